using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Demands;

/// 工作要求清单: what the office demands of whoever handles documents, shown on their own page while they handle (M1-B31).
internal sealed class WorkDemand
{
    public long Id { get; init; }

    /// 本级 that issued it.
    public long HomeUnitId { get; init; }

    public required string Title { get; init; }

    /// One demand a line.
    public required string Text { get; init; }

    /// Only for 领导批示件 and documents with an instruction; else for all.
    public bool OnlyInstructed { get; init; }

    /// Unit ids, separated by commas; empty for all.
    public string Units { get; init; } = "";

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public IReadOnlyList<long> UnitIds => [.. Units.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(u => long.Parse(u, CultureInfo.InvariantCulture))];

    public bool IsFor(long unit, bool instructed) => WithdrawnAt is null && (instructed || !OnlyInstructed) && (Units.Length == 0 || UnitIds.Contains(unit));
}

internal sealed record DemandForm(string Title, string Text, bool OnlyInstructed, IReadOnlyList<long> Units);

/// 印发和撤回工作要求清单.
internal sealed class IssueDemand(Office office)
{
    public const string Permission = "incoming.route";

    public async Task<Outcome<Done>> RunAsync(DemandForm form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Title) || form.Title.Length > 80) return new IncomingRefusals.Missing("title", "请填写清单名称，最多80字。");
        if (string.IsNullOrWhiteSpace(form.Text)) return new IncomingRefusals.Missing("text", "请逐行写明工作要求。");
        if (form.Text.Length > 2000) return new IncomingRefusals.TooLong("text", "工作要求", form.Text.Length, 2000);
        var book = await office.BookAsync(cancel);
        if (form.Units.Any(u => book.Unit(u) is null)) return new IncomingRefusals.UnknownCode("units", "单位");
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var demand = new WorkDemand
        {
            Id = office.Ids.Next(), HomeUnitId = office.Actor.HomeUnitId, Title = form.Title.Trim(), Text = form.Text.Trim(), OnlyInstructed = form.OnlyInstructed,
            Units = string.Join(',', form.Units.Distinct().Select(u => u.ToString(CultureInfo.InvariantCulture))), ByName = office.Actor.Name, At = office.Now,
        };
        office.Db.Add(demand);
        var units = form.Units.Count > 0 ? form.Units : [.. book.ChildrenOf(office.Actor.HomeUnitId).Select(u => u.Id)];
        var heads = units.SelectMany(u => book.MembersOf(u, office.Today)).Where(m => Platform.Organisation.OrganisationBook.RolesOf(m.Post).Contains("section-head", StringComparer.Ordinal)).Select(m => m.Person.Id).Distinct();
        foreach (var head in heads) office.Tell(head, "system", $"印发工作要求清单：{demand.Title}。办件页面同步显示，请组织落实。");
        await office.Db.RecordPlatformAsync(new Act("incoming.demand", $"印发工作要求清单“{demand.Title}”") { Quote = demand.Text }, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }

    public async Task<Outcome<Done>> WithdrawAsync(long id, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var demand = await office.Db.Set<WorkDemand>().SingleOrDefaultAsync(d => d.Id == id && d.HomeUnitId == office.Actor.HomeUnitId && d.WithdrawnAt == null, cancel);
        if (demand is null) return Refusal.NotFound("这份工作要求清单");
        demand.WithdrawnAt = office.Now;
        await office.Db.RecordPlatformAsync(new Act("incoming.demand", $"撤回工作要求清单“{demand.Title}”"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }
}

internal sealed class WorkDemandTable : IEntityTypeConfiguration<WorkDemand>
{
    public void Configure(EntityTypeBuilder<WorkDemand> table)
    {
        table.ToTable("WorkDemand").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Title).HasMaxLength(80);
        table.Property(d => d.Text).HasMaxLength(2000);
        table.Property(d => d.Units).HasMaxLength(1000);
        table.Property(d => d.ByName).HasMaxLength(60);
        table.Ignore(d => d.UnitIds);
    }
}
