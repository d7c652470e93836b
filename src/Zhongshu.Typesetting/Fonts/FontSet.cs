using System.Collections.Concurrent;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>Which font stands for a face.</summary>
/// <param name="Role">The face.</param>
/// <param name="Name">Name of the font found.</param>
/// <param name="Path">Its file.</param>
/// <param name="IsSubstitute">True where it is not one of the faces the standard's practice names.</param>
public sealed record FontChoice(FontRole Role, string Name, string Path, bool IsSubstitute);

/// <summary>The fonts of a set of folders, matched to the faces of the rules. Made once and shared between threads.</summary>
public sealed class FontSet
{
    private readonly IReadOnlyDictionary<FontRole, FaceRule> _rules;
    private readonly Dictionary<FontRole, List<FontFace>> _chains = [];
    private readonly ConcurrentDictionary<(FontRole Role, int Code), (FontFace Face, int Glyph)> _found = new();

    private FontSet(IReadOnlyDictionary<FontRole, FaceRule> rules, IReadOnlyList<string> folders) => (_rules, Folders) = (rules, folders);

    /// <summary>The folders that were searched, in order.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The first choice for each face that has any.</summary>
    public IReadOnlyList<FontChoice> Choices =>
        [.. _chains.Where(c => c.Value.Count > 0).Select(c => Choice(c.Key, c.Value[0]))];

    /// <summary>Where the operating system keeps its fonts.</summary>
    public static IReadOnlyList<string> SystemFolders =>
        OperatingSystem.IsWindows() ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)]
        : OperatingSystem.IsMacOS() ? ["/System/Library/Fonts", "/Library/Fonts"]
        : ["/usr/share/fonts", "/usr/local/share/fonts"];

    /// <summary>
    /// Searches the folders, the unit's own first. Files that are no fonts are passed over. A folder that is not
    /// there is passed over too; see <see cref="Missing"/>.
    /// </summary>
    public static FontSet FromFolders(IEnumerable<string> folders, LayoutRules rules)
    {
        var set = new FontSet(rules.Faces, [.. folders]);
        var byName = new Dictionary<string, SfntFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in set.Folders.Where(Directory.Exists).SelectMany(FontFiles))
            foreach (var face in SfntFile.Open(path))
                foreach (var name in face.Names())
                    byName.TryAdd(name, face);
        var loaded = new Dictionary<SfntFile, FontFace>();
        foreach (var (role, rule) in rules.Faces)
        {
            var files = rule.Faces.Concat(rule.Substitutes).Where(byName.ContainsKey).Select(n => (Name: n, File: byName[n])).DistinctBy(f => f.File);
            set._chains[role] = [.. files.Select(f => loaded.TryGetValue(f.File, out var face) ? face : loaded[f.File] = new FontFace(f.File, f.Name))];
        }

        return set;
    }

    /// <summary>Null where Chinese text can be set; otherwise what to do about it, in Chinese.</summary>
    public string? Missing
    {
        get
        {
            if (_chains.Any(c => c.Key != FontRole.Latin && c.Value.Any(f => f.Glyph('中') != 0))) return null;
            return $"没有找到中文字体，无法生成版式文件。请把仿宋、楷体、黑体、小标宋字体文件（.ttf、.ttc）放入字体文件夹（已查找：{string.Join("、", Folders)}）；"
                + "或者安装开源字体（Debian：apt install fonts-arphic-gbsn00lp fonts-arphic-gkai00mp fonts-droid-fallback fonts-noto-cjk）后重试。";
        }
    }

    /// <summary>The font and glyph for a character; glyph 0 of the first font where no font has it.</summary>
    internal (FontFace Face, int Glyph) Find(FontRole role, int code) => _found.GetOrAdd((role, code), key => Search(key.Role, key.Code));

    internal FontFace? First(FontRole role) => _chains.TryGetValue(role, out var chain) && chain.Count > 0 ? chain[0] : null;

    internal FontChoice Choice(FontRole role, FontFace face) =>
        new(role, face.Name, face.Path, !_rules[role].Faces.Contains(face.Name, StringComparer.OrdinalIgnoreCase));

    internal string RoleName(FontRole role) => _rules[role].Name;

    private (FontFace Face, int Glyph) Search(FontRole role, int code)
    {
        var shown = code switch { 0xA0 or (>= 0x2000 and <= 0x200B) => ' ', _ => code };
        var own = _chains.GetValueOrDefault(role) ?? [];
        foreach (var face in own.Concat(_chains.Values.SelectMany(c => c)))
            if (face.Glyph(shown) is var glyph and not 0) return (face, glyph);
        return (own.Count > 0 ? own[0] : _chains.Values.First(c => c.Count > 0)[0], 0);
    }

    private static IEnumerable<string> FontFiles(string folder) => Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF" or ".OTC")
        .Order(StringComparer.Ordinal);
}
