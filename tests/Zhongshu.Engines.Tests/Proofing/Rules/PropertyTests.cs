using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed class PropertyTests
{
    private const string Alphabet = "的了一二三四五、，。：；！？（）()《》〈〉“”‘’\"'…—-～~〔〕[]123450年月日号第条章附件%.,:;?! 　\n\u200B\uFFFD\uD800\uDC00★机密布署截止是不要求请批准万亿个ＡＢ１２發";

    private static readonly Arbitrary<string> Texts = Gen.Elements(Alphabet.ToCharArray()).ListOf().Select(units => new string([.. units])).ToArbitrary();

    /// <summary>Names beyond the basic plane, halves of them, every line end, signs nobody sees, and ordinary words between.</summary>
    private static readonly Arbitrary<string> Wild = Gen.Elements(
            "𬱖", "𠮷", "\uD867", "\uDD3F", "\r", "\n", "\r\n", "\u2028", "\u0000", "\u200B", "\u202E", "\uFEFF", "\uE000", "é", "👩‍💼",
            "布署工作", "张𬱖同志", "二〇二六年三月五日", "2026年2月30日", "（二）", "青政发[2026]03号", "：", "。。", "附件：1.甲", "请示", "\t", "　")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();

    [Fact]
    public void Rare_names_broken_pairs_and_mixed_line_ends_keep_spans_inside() =>
        Prop.ForAll(Wild, text => Holds(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void Certain_fixes_of_wild_texts_applied_twice_equal_once() =>
        Prop.ForAll(Wild, text =>
        {
            var once = CertainFixes.Apply(Pipeline.Rules, text, CheckContext.Empty);
            return CertainFixes.Apply(Pipeline.Rules, once, CheckContext.Empty) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60));

    [Fact]
    public void Spans_lie_inside_their_paragraph_and_none_overlaps_another() =>
        Prop.ForAll(Texts, text => Holds(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120));

    [Fact]
    public void Any_string_is_checked_without_an_exception() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Certain_fixes_applied_twice_equal_once() =>
        Prop.ForAll(Texts, text =>
        {
            var once = CertainFixes.Apply(Pipeline.Rules, text, CheckContext.Empty);
            return CertainFixes.Apply(Pipeline.Rules, once, CheckContext.Empty) == once;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120));

    [Fact]
    public void One_long_line_of_hostile_marks_is_checked_in_linear_time()
    {
        foreach (var unit in (string[])["（", "“", "《", "的", "1", "，", "布署", "一是", "2月", "（一）", " 中", "\"中"])
        {
            var (small, large) = (Time(unit, 20_000), Time(unit, 160_000));
            large.ShouldBeLessThan((small * 8 * 4) + 400, unit);
        }
    }

    private static double Time(string unit, int length)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Pipeline.Check(text);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static bool Holds(string text)
    {
        var paragraphs = Zhongshu.Proofing.Documents.SourceDocument.FromText(text).Paragraphs;
        Finding? last = null;
        foreach (var finding in Pipeline.Check(text))
        {
            var whole = paragraphs[finding.Paragraph].Text;
            if (finding.Start < 0 || finding.End < finding.Start || finding.End > whole.Length) return false;
            if (finding.Text != whole[finding.Start..finding.End] || finding.Source.Length == 0 || finding.Message.Length == 0) return false;
            if (last is not null && last.Paragraph == finding.Paragraph && finding.Start < last.End) return false;
            last = finding;
        }

        return true;
    }
}
