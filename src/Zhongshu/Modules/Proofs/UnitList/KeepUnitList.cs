using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Speeches;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Modules.Proofs.UnitList;

/// A line as the form gives it.
internal sealed record UnitEntryForm(EntrySection Section, string Text, string Fix, Severity Severity, string Reason);

/// 本单位校核词表: what the unit adds to the rules and lets stand; each change on the platform's trail.
internal sealed class KeepUnitList(Office office)
{
    public const string Permission = "proofing.unit-list";
    private const int Longest = 200;
    private const int Most = 5000;

    public bool MayChange => office.Actor.May(Permission);

    public async Task<Outcome<Done>> AddAsync(UnitEntryForm form, CancellationToken cancel)
    {
        if (!MayChange) return ProofRefusals.UnitList;
        var entry = Entry(form.Section, "", form.Text.Trim(), form.Fix.Trim(), form.Severity, form.Reason.Trim());
        if (Refuses(entry) is { } no) return no;
        return await SaveAsync(entry, "增加", cancel);
    }

    /// 讲话要点 of a leader: 主旨思想 or 讲话风格, with where it was said.
    public async Task<Outcome<Done>> AddSpeechPointAsync(SpeechPoint point, CancellationToken cancel)
    {
        if (!MayChange) return ProofRefusals.UnitList;
        var (text, source) = (point.Text.Trim(), point.Source.Trim());
        if (text.Length is 0 or > Longest || source.Length > Longest) return ProofRefusals.Entry("请填写要点；要点和出处各在200字以内。");
        if (!SpeechPoint.Aspects.Contains(point.Aspect)) return ProofRefusals.Entry("请选择主旨思想或讲话风格。");
        if ((await office.BookAsync(cancel)).People.All(p => p.Precedence is null || p.Name != point.Leader)) return ProofRefusals.Entry("请从领导名册中选择领导。");
        return await SaveAsync(Entry(EntrySection.Speech, point.Leader, text, point.Aspect, Severity.Suggestion, source), "增加讲话要点", cancel);
    }

    /// 不再提示: this rule lets this wording stand in every text of the unit.
    public async Task<Refusal?> LetStandAsync(ProofFinding finding, string reason, CancellationToken cancel)
    {
        if (!MayChange) return ProofRefusals.UnitList;
        if (finding.Text.Length is 0 or > Longest) return ProofRefusals.Entry("这一处没有可以记入词表的词语（为空或过长）。请只在本稿忽略。");
        var (unit, rule, text) = (office.Actor.HomeUnitId, finding.Rule, finding.Text);
        if (await office.Db.Set<UnitEntry>().AnyAsync(e => e.UnitId == unit && e.Section == EntrySection.Ignore && e.Rule == rule && e.Text == text, cancel)) return null;
        return (await SaveAsync(Entry(EntrySection.Ignore, rule, text, "", finding.Severity, reason), "不再提示", cancel)).Refusal;
    }

    public async Task<Outcome<Done>> RemoveAsync(long id, CancellationToken cancel)
    {
        if (!MayChange) return ProofRefusals.UnitList;
        var unit = office.Actor.HomeUnitId;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.Set<UnitEntry>().SingleOrDefaultAsync(e => e.Id == id && e.UnitId == unit, cancel) is not { } entry) return Refusal.NotFound("这条词语");
        office.Db.Remove(entry);
        await office.Db.RecordPlatformAsync(new Act("proofing.unit-list", $"从本单位校核词表删去“{entry.Text}”"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }

    private async Task<Outcome<Done>> SaveAsync(UnitEntry entry, string verb, CancellationToken cancel)
    {
        var unit = entry.UnitId;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.Set<UnitEntry>().CountAsync(e => e.UnitId == unit, cancel) >= Most) return ProofRefusals.Entry($"本单位词表已有{Most}条，请先删去不用的。");
        office.Db.Add(entry);
        await office.Db.RecordPlatformAsync(new Act("proofing.unit-list", $"本单位校核词表{verb}“{entry.Text}”") { Quote = entry.Reason, Changes = new { entry.Rule, entry.Fix } }, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }

    private UnitEntry Entry(EntrySection section, string rule, string text, string fix, Severity severity, string reason) => new()
    {
        Id = office.Ids.Next(), UnitId = office.Actor.HomeUnitId, Section = section, Rule = rule, Text = text, Fix = fix, Severity = severity, Reason = reason,
        AuthorId = office.Actor.PersonId, AuthorName = office.Actor.Name, At = office.Now,
    };

    /// The engine itself says what it cannot take.
    private static Refusal? Refuses(UnitEntry entry)
    {
        if (entry.Text.Length is 0 or > Longest || entry.Fix.Length > Longest || entry.Reason.Length > Longest) return ProofRefusals.Entry("请填写词语；词语、改法和理由各在200字以内。");
        if (!Enum.IsDefined(entry.Section) || entry.Section is EntrySection.Ignore or EntrySection.Speech) return ProofRefusals.Entry("请选择词语、敏感词或式样。");
        return UnitRules.Parse(UnitYaml.Write([entry])).Problems is [var problem, ..] ? ProofRefusals.Entry(problem) : null;
    }
}
