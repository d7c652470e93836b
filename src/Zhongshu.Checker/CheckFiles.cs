using Zhongshu.Proofing.Documents;

namespace Zhongshu.Checker;

/// Files as `check` takes them in: bytes or a sentence, a document or a sentence.
internal static class CheckFiles
{
    /// Nobody else waits for a command; LibreOffice may need its time on a busy machine.
    private static readonly ReadLimits Limits = ReadLimits.Default with { Time = TimeSpan.FromMinutes(3) };

    public static byte[]? ReadBytes(string name, TextWriter error)
    {
        try
        {
            if (Directory.Exists(name))
            {
                error.WriteLine($"{name}：这是目录。请给出文件，例如 {Path.Combine(name, "通知.docx")}。");
                return null;
            }

            // What is too large to be read is not brought into memory to be told so.
            using var stream = File.OpenRead(name);
            var most = ReadLimits.Default.FileBytes;
            if (stream.Length > most)
            {
                error.WriteLine($"{name}：文件超过 {most >> 20} MB。请拆分，或去掉图片后再试。（read.too_large）");
                return null;
            }

            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(File.Exists(name) ? $"{name}：没有读取权限，或文件正被占用。" : $"{name}：找不到这个文件。");
            return null;
        }
    }

    public static SourceDocument? Read(string name, byte[] bytes, TextWriter error)
    {
        var result = DocumentReader.Read(bytes, Path.GetFileName(name), Limits);
        if (!result.IsRead) error.WriteLine($"{name}：{result.Refusal.ChineseMessage}（{result.Refusal.RuleId}）");
        return result.Document;
    }

    /// The lines of a text file. A line end at the end of the file ends its last line and begins no other.
    public static SourceDocument? ReadLines(string name, byte[] bytes, TextWriter error)
    {
        var isText = bytes.Length > 0 && TextDecoding.Detect(bytes) is not null;
        var result = DocumentReader.Read(bytes, isText ? "lines.txt" : Path.GetFileName(name));
        if (!result.IsRead) error.WriteLine($"{name}：{result.Refusal.ChineseMessage}（{result.Refusal.RuleId}）");
        if (!isText || result.Document is not { Paragraphs: { Count: > 1 } lines } || lines[^1].Text.Length > 0) return result.Document;
        return new SourceDocument([.. lines.Take(lines.Count - 1)]);
    }

    public static bool Save(string name, byte[] bytes, TextWriter error)
    {
        try
        {
            File.WriteAllBytes(name, bytes);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{name}：写不进去。请检查目录是否存在、是否有写入权限。");
            return false;
        }
    }
}
