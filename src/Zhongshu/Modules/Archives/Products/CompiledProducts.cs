using System.Globalization;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Archives.Products;

/// One filed piece as a compiled product tells of it: what it was, what came of it, what it says.
internal sealed record ToldPiece(ArchivedPiece Piece, string Outcome, string Text);

/// A table of figures with where they come from.
internal sealed record FigureTable(string Title, string Source, IReadOnlyList<IReadOnlyList<string>> Rows);

/// 档案资政参考、基础数字汇编、专题文件汇集 as drafts out of what the archive holds; whoever issues them completes them. Pure.
internal static class CompiledProducts
{
    public static OfficialDocument Reference(string subject, IReadOnlyList<ToldPiece> pieces, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block> { Text($"围绕“{subject}”查阅本单位归档文件{pieces.Count}件，按时间摘要如下，供研究工作时参考。") };
        foreach (var year in pieces.GroupBy(p => p.Piece.Year).OrderBy(g => g.Key).Select((g, i) => (Pieces: g, Index: i)))
        {
            body.Add(Heading(year.Index, $"{year.Pieces.Key}年"));
            body.AddRange(year.Pieces.Select((told, i) => Text($"{i + 1}. {Named(told.Piece)}。{(told.Outcome.Length == 0 ? "" : $"办理情况：{told.Outcome}")}（档号{told.Piece.Code}）")));
        }

        body.Add(Heading(pieces.Select(p => p.Piece.Year).Distinct().Count(), "参考意见"));
        body.Add(Text("（请结合上述情况补写：以往怎么定的、哪些做法管用、这一次要注意什么。）"));
        return Signed($"档案资政参考：{subject}", body, signed);
    }

    public static OfficialDocument Figures(int year, IReadOnlyList<FigureTable> tables, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block> { Text($"本汇编的数字由系统从{year}年办理和归档记录中取出，每表注明来源，截至{signed.Today:yyyy年M月d日}。") };
        foreach (var (table, i) in tables.Select((t, i) => (t, i)))
        {
            body.Add(Heading(i, table.Title));
            body.Add(new TableBlock(table.Rows));
            body.Add(Text($"来源：{table.Source}。"));
        }

        return Signed($"基础数字汇编（{year}年）", body, signed);
    }

    public static OfficialDocument Collection(string subject, IReadOnlyList<ToldPiece> pieces, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block> { Text($"本汇集收入“{subject}”文件{pieces.Count}件，按成文时间排列；只有影像没有文字的，列题名和档号。") };
        foreach (var (told, i) in pieces.OrderBy(p => p.Piece.DocumentDate).ThenBy(p => p.Piece.Id).Select((p, i) => (p, i)))
        {
            body.Add(new Paragraph(1, [new TextRun($"{i + 1}. {told.Piece.Title}", FontRole.HeiTi)]));
            body.Add(Text($"{Named(told.Piece)}，档号{told.Piece.Code}。"));
            body.AddRange(told.Text.Length == 0 ? [Text("（本件没有可摘录的文字，见原件。）")] : told.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Text));
        }

        return Signed($"专题文件汇集：{subject}", body, signed);
    }

    private static string Named(ArchivedPiece piece) =>
        string.Create(CultureInfo.InvariantCulture, $"{piece.Responsible}《{piece.Title}》{(piece.DocumentNumber.Length == 0 ? "" : $"（{piece.DocumentNumber}）")}{(piece.DocumentDate is { } day ? $"，{day:yyyy年M月d日}" : "")}");

    private static Paragraph Heading(int index, string text) => new(1, [new TextRun($"{HeadingNumber.Of(index)}、{text}", FontRole.HeiTi)]);

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);

    private static OfficialDocument Signed(string title, IReadOnlyList<Block> body, (string Issuer, DateOnly Today) signed) => new()
    {
        Title = title, Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" },
    };
}
