using Zhongshu.Platform.Rules;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Regulations.Find;

/// 规章制度汇编: what stands, by class, each with its number, day, section and content. Pure.
internal static class Compilation
{
    public static OfficialDocument Draft(IReadOnlyList<Regulation> register, RuleBook rules, int year, (string Issuer, DateOnly Today) signed)
    {
        var standing = RegulationChecks.Standing(register).ToList();
        var body = new List<Block> { Text($"本汇编收入截至{year}年的现行制度{standing.Count}项。") };
        foreach (var (kind, i) in rules.Value(RegulationRules.Classes).Where(c => standing.Any(r => r.Class == c.Id)).Select((c, i) => (c, i)))
        {
            body.Add(new Paragraph(1, [new TextRun($"{HeadingNumber.Of(i)}、{kind.Word}", FontRole.HeiTi)]));
            foreach (var (one, n) in standing.Where(r => r.Class == kind.Id).OrderBy(r => r.IssuedOn).Select((r, n) => (r, n + 1)))
            {
                body.Add(Text($"{n}. {one.Title}（{(one.Number.Length > 0 ? $"{one.Number}，" : "")}{one.IssuedOn:yyyy年M月d日}印发，{one.Sphere}）"));
                body.AddRange(one.Summary.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Text));
            }
        }

        return new OfficialDocument { Title = $"{signed.Issuer}规章制度汇编（{year}年）", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };
    }

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}
