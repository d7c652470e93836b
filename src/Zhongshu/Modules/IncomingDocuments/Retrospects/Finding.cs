using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Retrospects;

/// 复盘发现的漏洞: what went wrong at which stage of an instructed document, why, and what is done about it (M1-B30).
internal sealed class Finding : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public required string Stage { get; init; }

    public required string Problem { get; init; }

    public string Cause { get; init; } = "";

    public required string Measure { get; init; }

    public long? UnitId { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? MendedAt { get; set; }

    public string MendedHow { get; set; } = "";
}

internal sealed record FindingForm(string Stage, string Problem, string Cause, string Measure, long UnitId);

/// 登记漏洞 and 整改销号.
internal sealed class NoteFinding(Office office)
{
    public static readonly IReadOnlyList<string> Stages = ["登记", "拟办", "批示", "分办", "承办", "会办", "审核", "回传", "归档"];

    private const int Longest = 400;

    public async Task<Outcome<Done>> AddAsync(string code, FindingForm form, CancellationToken cancel)
    {
        if (await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel) is not { } matter) return Refusal.NotFound($"事项 {code}");
        if (!Stages.Contains(form.Stage, StringComparer.Ordinal)) return new IncomingRefusals.UnknownCode("stage", "环节");
        if (string.IsNullOrWhiteSpace(form.Problem)) return new IncomingRefusals.Missing("problem", "请写明发现的问题。");
        if (string.IsNullOrWhiteSpace(form.Measure)) return new IncomingRefusals.Missing("measure", "请写明改进措施。");
        foreach (var (field, name, text) in new[] { ("problem", "问题", form.Problem), ("cause", "原因", form.Cause), ("measure", "措施", form.Measure) })
            if (text.Length > Longest) return new IncomingRefusals.TooLong(field, name, text.Length, Longest);
        office.Db.Add(new Finding
        {
            Id = office.Ids.Next(), MatterId = matter.Id, Stage = form.Stage, Problem = form.Problem.Trim(), Cause = form.Cause.Trim(), Measure = form.Measure.Trim(),
            UnitId = form.UnitId == 0 ? null : form.UnitId, ByName = office.Actor.Name, At = office.Now,
        });
        office.Db.Record(matter, new Act("incoming.finding", $"复盘登记漏洞（{form.Stage}）") { Quote = form.Problem.Trim() }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    public async Task<Outcome<Done>> MendAsync(string code, long id, string? how, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code, cancel);
        var finding = matter is null ? null : await office.Db.Set<Finding>().SingleOrDefaultAsync(f => f.Id == id && f.MatterId == matter.Id && f.MendedAt == null, cancel);
        if (matter is null || finding is null) return Refusal.NotFound("这个待整改的漏洞");
        var text = how?.Trim() ?? "";
        if (text.Length is 0 or > Longest) return new IncomingRefusals.Missing("how", $"请写明怎样整改的，最多{Longest}字。");
        (finding.MendedAt, finding.MendedHow) = (office.Now, text);
        office.Db.Record(matter, new Act("incoming.finding-mended", $"漏洞整改销号（{finding.Stage}）") { Quote = text }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    private async Task<Outcome<Done>> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}

internal sealed class FindingTable : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> table)
    {
        table.ToTable("Finding").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Stage).HasMaxLength(12);
        table.Property(f => f.Problem).HasMaxLength(400);
        table.Property(f => f.Cause).HasMaxLength(400);
        table.Property(f => f.Measure).HasMaxLength(400);
        table.Property(f => f.MendedHow).HasMaxLength(400);
        table.Property(f => f.ByName).HasMaxLength(60);
        table.HasIndex(f => f.MatterId);
    }
}
