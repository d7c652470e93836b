using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Burdens.Papers;

/// 评价标准: one of an aspect, and how many points each shortfall costs.
internal sealed record PaperStandard(string Id, string Aspect, string Word, int Points);

/// One unit: its index out of 100, and what it lost in each aspect.
public sealed record PaperLine(long UnitId, int Index, IReadOnlyDictionary<string, int> Lost);

/// 办文指数 of a quarter. Units stand in the order of the ledger, not ranked: frequent ranking is a burden itself.
internal static class PaperIndex
{
    private const int Whole = 100;

    /// An aspect costs at most its equal share, so that one weakness does not swallow the rest. Pure.
    public static IReadOnlyList<PaperLine> Of(IReadOnlyList<long> units, IReadOnlyList<PaperMark> marks, IReadOnlyList<PaperStandard> standards)
    {
        var known = standards.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var aspects = standards.Select(s => s.Aspect).Distinct().ToList();
        var most = Whole / Math.Max(1, aspects.Count);
        return [.. units.Select(unit =>
        {
            var lost = aspects.ToDictionary(a => a, a => Math.Min(most, marks.Where(m => m.UnitId == unit && known.TryGetValue(m.Standard, out var s) && s.Aspect == a).Sum(m => m.Times * known[m.Standard].Points)), StringComparer.Ordinal);
            return new PaperLine(unit, Whole - lost.Values.Sum(), lost);
        })];
    }

    public static Task<List<PaperMark>> MarksAsync(Office office, long keeper, int year, int quarter, CancellationToken cancel) =>
        office.Db.Set<PaperMark>().AsNoTracking().Where(m => m.KeeperId == keeper && m.Year == year && m.Quarter == quarter && m.Times > 0).OrderBy(m => m.UnitId).ThenBy(m => m.Standard).ToListAsync(cancel);

    /// 办文质量通报: what fell short, where, and what is asked. Pure.
    public static OfficialDocument Circular((int Year, int Quarter) of, IReadOnlyList<PaperMark> marks, (IReadOnlyList<PaperLine> Lines, IReadOnlyList<PaperStandard> Standards) with, Func<long, string> name, (string Issuer, DateOnly Today) signed)
    {
        var known = with.Standards.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var aspects = with.Standards.Select(s => s.Aspect).Distinct().ToList();
        var rows = new List<IReadOnlyList<string>> { new[] { "单位", "办文指数" }.Concat(aspects).ToArray() };
        rows.AddRange(with.Lines.Select(l => (IReadOnlyList<string>)[name(l.UnitId), $"{l.Index}", .. aspects.Select(a => l.Lost[a] == 0 ? "" : $"-{l.Lost[a]}")]));
        var body = new List<Block> { Text($"对{of.Year}年第{of.Quarter}季度各单位报送和印发的公文，按{aspects.Count}个方面{with.Standards.Count}项标准作了评价。现将情况通报如下。"), new TableBlock(rows), Heading("一、主要问题") };
        var faults = marks.Where(m => known.ContainsKey(m.Standard)).GroupBy(m => known[m.Standard]).OrderByDescending(g => g.Sum(m => m.Times)).ToList();
        body.AddRange(faults.Count == 0 ? [Text("本季度没有发现质量问题。")] : faults.Select((g, i) => Text($"{i + 1}. {g.Key.Word}（{g.Key.Aspect}）：{g.Sum(m => m.Times)}处，涉及{string.Join('、', g.Select(m => name(m.UnitId)).Distinct())}。{string.Join('；', g.Select(m => m.Note.TrimEnd('。')).Where(n => n.Length > 0).Take(3))}")));
        body.Add(Heading("二、工作要求"));
        body.Add(Text("请有关单位逐项改正，加强审核把关；同类问题不要重复发生。"));
        return new OfficialDocument { Title = $"关于{of.Year}年第{of.Quarter}季度办文质量情况的通报", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };
    }

    private static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}
