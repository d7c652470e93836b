using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.EndToEnd.Support;

/// An invented document as a real Word file, laid out as an office lays it out.
internal static class Paper
{
    public const string Title = "岚川省人民政府办公厅关于做好城镇老旧小区改造资金预算工作的通知";
    public const string Number = "岚政办发〔2026〕18号";

    public static string Write(string folder)
    {
        var document = new OfficialDocument
        {
            Head = new DocumentHead { Issuers = ["岚川省人民政府办公厅"], Number = Number },
            Title = Title,
            Recipients = "各市人民政府",
            Body = [Plain("为做好城镇老旧小区改造工作，管好用好改造资金，现将有关事项通知如下。"), Plain("一、摸清底数。各市逐个小区核对改造内容和资金需求，不留缺口。"), Plain("二、落实资金。请于2026年12月18日前报送资金预算情况。")],
            SignOff = new SignOff { Signatories = ["岚川省人民政府办公厅"], Date = "2026年11月20日" },
        };
        var path = Path.Combine(folder, "关于做好老旧小区改造资金预算工作的通知.docx");
        File.WriteAllBytes(path, Typesetter.ToDocx(document, LayoutRules.Standard));
        return path;
    }

    private static Paragraph Plain(string text) => new(0, [new TextRun(text)]);
}
