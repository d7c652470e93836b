namespace Zhongshu.Engines.Tests.Flow;

/// <summary>Files of the repository that tests read.</summary>
internal static class Document
{
    public static string Path(params string[] parts)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(System.IO.Path.Combine(folder.FullName, "rules", "flows"))) return System.IO.Path.Combine([folder.FullName, .. parts]);
        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }

    public static string Text(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>The Markdown table of docs/FLOW.md whose heading begins so: heading first, then the rows, cells trimmed.</summary>
    public static List<string[]> Table(string heading)
    {
        var lines = Text("docs", "FLOW.md").Split('\n').SkipWhile(line => !line.StartsWith(heading, StringComparison.Ordinal)).TakeWhile(line => line.StartsWith('|')).ToArray();
        return [.. lines.Where((_, i) => i != 1).Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    /// <summary>The first fenced block of that language after the heading.</summary>
    public static string Fenced(string text, string language)
    {
        var from = text.IndexOf("```" + language + "\n", StringComparison.Ordinal) + language.Length + 4;
        return text[from..text.IndexOf("```", from, StringComparison.Ordinal)];
    }
}
