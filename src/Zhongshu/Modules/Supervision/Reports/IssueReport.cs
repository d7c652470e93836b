using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Modules.Supervision.Chains;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Reports;

/// 印发: a circular or report that went out, and the period it covers.
public sealed class IssuedReport
{
    public long Id { get; init; }

    public long UnitId { get; init; }

    /// Id of the kind of report.
    public required string Kind { get; init; }

    /// 文号; empty for a report that has none.
    public string Number { get; init; } = "";

    public DateOnly FromOn { get; init; }

    public DateOnly ToOn { get; init; }

    public DateOnly IssuedOn { get; init; }

    /// 送谁
    public required string SentTo { get; init; }

    public int Items { get; init; }

    public required string IssuedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

/// An item that an issued report tells of (通报制 of that item).
public sealed class IssuedItem : IPartOfMatter
{
    public long ReportId { get; init; }

    public long MatterId { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class IssuedReportTable : IEntityTypeConfiguration<IssuedReport>
{
    public void Configure(EntityTypeBuilder<IssuedReport> table)
    {
        table.ToTable("SupervisionReport").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Kind).HasMaxLength(24);
        table.Property(r => r.Number).HasMaxLength(80);
        table.Property(r => r.SentTo).HasMaxLength(200);
        table.Property(r => r.IssuedBy).HasMaxLength(60);
        table.HasIndex(r => new { r.UnitId, r.IssuedOn });
    }
}

internal sealed class IssuedItemTable : IEntityTypeConfiguration<IssuedItem>
{
    public void Configure(EntityTypeBuilder<IssuedItem> table)
    {
        table.ToTable("SupervisionReported").HasKey(i => new { i.MatterId, i.ReportId });
        table.HasIndex(i => i.ReportId);
    }
}

/// What is written down when a report was issued.
public sealed record IssueInput(string Kind, string Number, string IssuedOn, string SentTo);

/// One kind of report that is due by the rule: when the last went out, and by when the next must.
internal sealed record DueReport(ReportKind Kind, DateOnly? LastOn, DateOnly NextOn);

/// 登记印发: which items were told of to whom, so that each item knows how often it was, and what is due is known.
internal sealed class IssueReport(Office office)
{
    public Task<Outcome<int>> RunAsync(IssueInput input, DateOnly from, DateOnly to, string? once, CancellationToken cancel) => office.WriteAsync<int>(once, async () =>
    {
        if (!office.Actor.May("supervision.circular")) return Refusal.Forbidden("登记印发");
        if (ReportKinds.Find(input.Kind) is not { } kind) return SupervisionRefusals.Missing("kind", "请选择印发的是哪一种。");
        if (DocketInput.Day(input.IssuedOn) is not { } on) return SupervisionRefusals.Missing("on", "请填写印发日期。");
        if (on > office.Today) return SupervisionRefusals.Missing("on", $"印发日期{on:yyyy年M月d日}还没有到，请在印发后登记。");
        if (input.Number.Trim().Length > 80) return SupervisionRefusals.TooLong("number", "文号", 80, input.Number.Trim().Length);
        if (input.SentTo.Trim().Length is 0 or > 200) return SupervisionRefusals.Missing("sentTo", "请写明报送或印发给谁，最多200字。");
        if (CircularFacts.TooLong(await SupervisionFigures.ReadAsync(office, from, to, kind.IsStanding, cancel)) is { } tooLong) return tooLong;
        var items = await CircularFacts.ItemsAsync(office, from, to, kind.IsStanding, cancel);
        var report = new IssuedReport
        {
            Id = office.Ids.Next(),
            UnitId = office.Actor.HomeUnitId,
            Kind = kind.Id,
            Number = input.Number.Trim(),
            FromOn = from,
            ToOn = to,
            IssuedOn = on,
            SentTo = input.SentTo.Trim(),
            Items = items.Count,
            IssuedBy = office.Actor.Name,
            At = office.Now,
        };
        office.Db.Add(report);
        office.Db.AddRange(items.Select(id => new IssuedItem { ReportId = report.Id, MatterId = id, At = Platform.OfficeDay.Start(on) }));
        await office.Db.RecordPlatformAsync(new Platform.Trail.Act("supervision.issued", $"印发{kind.Word}{(report.Number.Length > 0 ? $"（{report.Number}）" : "")}，送{report.SentTo}，涉及{items.Count}件") { Changes = new { report.Id, report.Kind, report.FromOn, report.ToOn } }, office.Ids, office.Now, cancel);
        return items.Count;
    }, cancel);

    public static Task<List<IssuedReport>> ListAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        return office.Db.Set<IssuedReport>().AsNoTracking().Where(r => r.UnitId == unit).OrderByDescending(r => r.IssuedOn).ThenByDescending(r => r.Id).Take(50).ToListAsync(cancel);
    }

    /// What is due by the rule, the longest waiting first; before the first one, counted from the start of the year.
    public static async Task<IReadOnlyList<DueReport>> DueAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var last = await office.Db.Set<IssuedReport>().Where(r => r.UnitId == unit).GroupBy(r => r.Kind).Select(g => new { g.Key, On = g.Max(r => r.IssuedOn) }).ToDictionaryAsync(g => g.Key, g => g.On, cancel);
        return [.. office.Rules.Value(ChainRules.Issues).Select(rule =>
        {
            DateOnly? on = last.TryGetValue(rule.Kind, out var known) ? known : null;
            return new DueReport(ReportKinds.Find(rule.Kind)!, on, TaskDates.After(on ?? new DateOnly(office.Today.Year, 1, 1), rule.Every, office.Rules.Calendar));
        }).OrderBy(d => d.NextOn)];
    }
}
