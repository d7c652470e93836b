using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Regulations.Handbook;

/// 岗位操作手册 as a paper: each post with its elements; a gap is said in brackets. Pure.
internal static class HandbookPaper
{
    public static OfficialDocument Draft(IReadOnlyList<PostHandbook> posts, (string Issuer, DateOnly Today) signed)
    {
        var body = new List<Block>();
        foreach (var post in posts)
        {
            body.Add(new Paragraph(1, [new TextRun($"{post.Unit.ShortName}{post.Post.Name}{(post.Holders.Count > 0 ? $"（{string.Join('、', post.Holders)}）" : "")}", FontRole.HeiTi)]));
            foreach (var (part, i) in post.Parts.Select((p, i) => (p, i)))
            {
                body.Add(new Paragraph(2, [new TextRun($"（{HeadingNumber.Of(i)}）{part.Element.Word}", FontRole.KaiTi)]));
                if (part.IsGap) body.Add(Text($"（还没有写明{part.Element.Word}。）"));
                body.AddRange(part.Found.Select((f, n) => Text($"{n + 1}. {f.Text}")));
                if (part.Written is { } written) body.AddRange(written.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Text));
            }
        }

        var title = posts.Count == 1 ? $"{posts[0].Unit.ShortName}{posts[0].Post.Name}岗位操作手册" : $"{signed.Issuer}岗位操作手册";
        return new OfficialDocument { Title = title, Body = body, SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [signed.Issuer], Date = $"{signed.Today:yyyy年M月d日}" } };
    }

    private static Paragraph Text(string text) => new(0, [new TextRun(text)]);
}
