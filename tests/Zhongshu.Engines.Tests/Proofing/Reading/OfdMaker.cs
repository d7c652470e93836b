using System.Globalization;
using System.Security;
using System.Text;

namespace Zhongshu.Engines.Tests.Proofing.Reading;

/// <summary>Makes small OFD files: one document, text objects at places in millimetres.</summary>
internal sealed class OfdMaker
{
    private const string Namespace = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private readonly List<string> _pages = [];

    public static OfdMaker Page(params (double X, double Y, string Text)[] texts) => new OfdMaker().AndPage(texts);

    public OfdMaker AndPage(params (double X, double Y, string Text)[] texts)
    {
        _pages.Add(string.Concat(texts.Select(t => string.Create(CultureInfo.InvariantCulture,
            $"<ofd:TextObject ID=\"1\" Boundary=\"{t.X} {t.Y} {t.Text.Length * 5.5} 5.5\" Font=\"1\" Size=\"5.5\"><ofd:TextCode X=\"0\" Y=\"4.8\" DeltaX=\"g {Math.Max(1, t.Text.Length - 1)} 5.5\">{SecurityElement.Escape(t.Text)}</ofd:TextCode></ofd:TextObject>"))));
        return this;
    }

    public byte[] Bytes()
    {
        var pages = string.Concat(_pages.Select((_, i) => $"<ofd:Page ID=\"{i + 1}\" BaseLoc=\"Pages/Page_{i}/Content.xml\"/>"));
        var parts = new List<(string, byte[])>
        {
            ("OFD.xml", Xml($"<ofd:OFD {Namespace}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")),
            ("Doc_0/Document.xml", Xml($"<ofd:Document {Namespace}><ofd:Pages>{pages}</ofd:Pages></ofd:Document>")),
        };
        parts.AddRange(_pages.Select((p, i) => ($"Doc_0/Pages/Page_{i}/Content.xml", Xml($"<ofd:Page {Namespace}><ofd:Content><ofd:Layer>{p}</ofd:Layer></ofd:Content></ofd:Page>"))));
        return DocxMaker.ZipOf([.. parts]);
    }

    private static byte[] Xml(string text) => Encoding.UTF8.GetBytes(text);
}
