using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Materials.Keep;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Materials.Find;

/// 标准化实务手册: every piece of work by its field, each with what is required, what to mind and by what standard it is done.
internal static class PracticeManual
{
    private const int Most = 300;

    public static async Task<IReadOnlyList<Material>> RowsAsync(Office office, OrganisationBook book, CancellationToken cancel) =>
        await MaterialCircle.Seen(office, book).AsNoTracking().Where(m => m.Kind == MaterialRules.Practice && m.EndedOn == null).OrderBy(m => m.Id).Take(Most).ToListAsync(cancel);

    /// Pure.
    public static OfficialDocument Draft(IReadOnlyList<Material> rows, MaterialKind kind, IReadOnlyList<string> areas, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block> { Text($"本手册收入{areas.Count(a => rows.Any(r => r.Area == a))}个方面{rows.Count}项工作，每项写明{string.Join('、', kind.Asks)}。") };
        foreach (var (area, i) in areas.Where(a => rows.Any(r => r.Area == a)).Select((a, i) => (a, i)))
        {
            body.Add(new Paragraph(1, [new TextRun($"{HeadingNumber.Of(i)}、{area}", FontRole.HeiTi)]));
            foreach (var (row, n) in rows.Where(r => r.Area == area).Select((r, n) => (r, n + 1)))
            {
                body.Add(Text($"{n}. {row.Title}"));
                foreach (var (ask, answer) in kind.Asks.Zip(MaterialInput.Parts(kind, row.Text)))
                    body.AddRange($"{ask}：{answer}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Text));
            }
        }

        return new OfficialDocument { Title = $"{signed.Issuer}标准化实务手册", Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };
    }

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}
