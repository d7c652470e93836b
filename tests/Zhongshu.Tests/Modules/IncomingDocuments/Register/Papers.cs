using System.IO.Compression;
using System.Text;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Register;

/// Invented papers in the formats that reach a registry.
internal static class Papers
{
    public const string Title = "云岭市发展和改革委员会关于申请安排项目前期经费的请示";

    public static string Request(string number = "云发改〔2026〕18号", string addressee = "云岭市人民政府", string head = "") => $"""
        {head}云岭市发展和改革委员会文件
        {number}    签发人：川某某
        {Title}
        {addressee}：
        为加快推进重大项目前期工作，我委拟安排前期经费，用于规划编制和可行性研究。请于2026年12月10日前批复，以便及时组织实施，确保年内完成任务。
        妥否，请批示。
        云岭市发展和改革委员会
        2026年11月20日
        """;

    public static byte[] Txt(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Docx() => Typesetter.ToDocx(Official, LayoutRules.Standard);

    public static byte[] Pdf() => Typesetter.ToPdf(Official, LayoutRules.Standard, FontSet.FromFolders(FontSet.SystemFolders, LayoutRules.Standard)).Bytes;

    public static byte[] Ofd() => Typesetter.ToOfd(Official, LayoutRules.Standard, FontSet.FromFolders(FontSet.SystemFolders, LayoutRules.Standard)).Bytes;

    /// A package whose one part unpacks to far more than it weighs.
    public static byte[] Bomb(byte[] package, string part)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var to = zip.CreateEntry(part, CompressionLevel.SmallestSize).Open();
            var blanks = Encoding.UTF8.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 12; i++) to.Write(blanks);
        }

        return stream.ToArray();
    }

    /// A package whose every part says that it is locked with a password.
    public static byte[] Locked(byte[] package)
    {
        var locked = (byte[])package.Clone();
        for (var i = 0; i < locked.Length - 10; i++)
        {
            if (locked.AsSpan(i).StartsWith("PK\x03\x04"u8)) locked[i + 6] |= 1;
            if (locked.AsSpan(i).StartsWith("PK\x01\x02"u8)) locked[i + 8] |= 1;
        }

        return locked;
    }

    public static byte[] Zip(int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = zip.CreateEntry("a.txt", CompressionLevel.SmallestSize).Open();
            for (var i = 0; i < megabytes; i++) to.Write(new byte[1 << 20]);
        }

        return stream.ToArray();
    }

    public static readonly byte[] WithPassword = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[64], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

    private static OfficialDocument Official => new()
    {
        Head = new DocumentHead { Issuers = ["云岭市数据局"], Number = "云数据〔2026〕7号", Urgency = "加急" },
        Title = "云岭市数据局关于报送数据共享情况的通知",
        Recipients = "各县（区）人民政府，市直各部门",
        Body = [new Paragraph(0, [new TextRun("为掌握数据共享进展，请于2026年12月15日前将有关情况报送我局，并填写附表，加盖公章后一并报送。")])],
        SignOff = new SignOff { Signatories = ["云岭市数据局"], Date = "2026年11月18日" },
    };
}
