using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Study;

/// 集体研商 of a difficult document (疑难件): what is to be settled, by whom, and the conclusion, which becomes a proposal.
internal sealed class JointStudy : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    /// 难在哪里
    public required string Question { get; init; }

    public string Members { get; init; } = "";

    public required string AskedBy { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public string Conclusion { get; set; } = "";

    public string ConcludedBy { get; set; } = "";

    public DateTimeOffset? ConcludedAt { get; set; }
}

/// 转集体研商, and writing its conclusion back among the proposals.
internal sealed class StudyDocument(Office office)
{
    public const string Permission = "incoming.propose";

    public static readonly Refusal NoQuestion = new("incoming.study-question", "请写明难在哪里、要研究什么。") { Field = "question" };
    public static readonly Refusal NoConclusion = new("incoming.study-conclusion", "请写明研商结论，将写入拟办意见。") { Field = "conclusion" };
    public static readonly Refusal Open = new("incoming.study-open", "这件来文已转集体研商，还没有结论。请先登记结论。") { Kind = RefusalKind.Conflict };
    public static readonly Refusal NotOpen = new("incoming.study-none", "这件来文没有正在进行的集体研商。") { Kind = RefusalKind.Conflict };

    public async Task<Outcome<Done>> AskAsync(string code, string? question, string? members, CancellationToken cancel)
    {
        var (matter, no) = await FindAsync(code, cancel);
        if (matter is null) return no!;
        if (string.IsNullOrWhiteSpace(question)) return NoQuestion;
        if (question.Length > 1000) return new IncomingRefusals.TooLong("question", "研商事项", question.Length, 1000);
        if (members?.Length > 200) return new IncomingRefusals.TooLong("members", "参加人员", members.Length, 200);
        if (await office.Db.Set<JointStudy>().AnyAsync(s => s.MatterId == matter.Id && s.ConcludedAt == null, cancel)) return Open;
        office.Db.Add(new JointStudy { Id = office.Ids.Next(), MatterId = matter.Id, Question = question.Trim(), Members = (members ?? "").Trim(), AskedBy = office.Actor.Name, AskedAt = office.Now });
        office.Db.Record(matter, new Act("incoming.study-asked", "列为疑难件，转集体研商" + (string.IsNullOrWhiteSpace(members) ? "" : $"，参加：{members.Trim()}")) { Quote = question.Trim() }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    public async Task<Outcome<Done>> ConcludeAsync(string code, string? conclusion, CancellationToken cancel)
    {
        var (matter, no) = await FindAsync(code, cancel);
        if (matter is null) return no!;
        if (string.IsNullOrWhiteSpace(conclusion)) return NoConclusion;
        if (conclusion.Length > 2000) return new IncomingRefusals.TooLong("conclusion", "研商结论", conclusion.Length, 2000);
        var study = await office.Db.Set<JointStudy>().SingleOrDefaultAsync(s => s.MatterId == matter.Id && s.ConcludedAt == null, cancel);
        if (study is null) return NotOpen;
        (study.Conclusion, study.ConcludedBy, study.ConcludedAt) = (conclusion.Trim(), office.Actor.Name, office.Now);
        office.Db.Add(new Opinion
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            Kind = OpinionKind.Proposal,
            StepId = "joint-study",
            Text = $"集体研商意见：{study.Conclusion}",
            PersonId = office.Actor.PersonId,
            PersonName = office.Actor.Name,
            PostName = $"{office.Actor.UnitName} {office.Actor.PostName}",
            WrittenOn = office.Today,
            At = office.Now,
        });
        office.Db.Record(matter, new Act("incoming.study-concluded", "集体研商结论，写入拟办意见") { Quote = study.Conclusion }, office.Ids, office.Now);
        return await SaveAsync(cancel);
    }

    private async Task<(Matter?, Refusal?)> FindAsync(string code, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        return matter is null ? (null, Refusal.NotFound($"事项 {code}")) : matter.RefusesWork() is { } closed ? (null, closed) : (matter, null);
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

internal sealed class JointStudyTable : IEntityTypeConfiguration<JointStudy>
{
    public void Configure(EntityTypeBuilder<JointStudy> table)
    {
        table.ToTable("JointStudy").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Question).HasMaxLength(1000);
        table.Property(s => s.Members).HasMaxLength(200);
        table.Property(s => s.AskedBy).HasMaxLength(60);
        table.Property(s => s.Conclusion).HasMaxLength(2000);
        table.Property(s => s.ConcludedBy).HasMaxLength(60);
        table.HasIndex(s => new { s.MatterId, s.ConcludedAt });
    }
}
