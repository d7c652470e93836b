using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.FairCopies.Contracts;

/// The fonts of this deployment and the figures it sets by (VIS), looked for once: data/fonts and data/layout.yaml first, then the system's fonts and the standard.
internal sealed class OfficeFonts(OfficeSettings settings)
{
    private const int Longest = 1 << 20;

    private readonly Lazy<Outcome<LayoutRules>> _layout = new(() => ReadLayout(Path.Combine(settings.DataFolder, "layout.yaml")));
    private readonly Lock _gate = new();
    private FontSet? _set;

    public FontSet Set
    {
        get
        {
            lock (_gate) return _set ??= FontSet.FromFolders([Path.Combine(settings.DataFolder, "fonts"), .. FontSet.SystemFolders], Layout.Succeeded ? Layout.Value : LayoutRules.Standard);
        }
    }

    /// The standard, with what the unit's own file says otherwise; a file that cannot be read is told and not passed over.
    public Outcome<LayoutRules> Layout => _layout.Value;

    private static Outcome<LayoutRules> ReadLayout(string path)
    {
        if (!File.Exists(path)) return LayoutRules.Standard;
        if (new FileInfo(path).Length > Longest) return FairCopyRefusals.Layout(path, "文件过大。");
        try
        {
            return LayoutRules.Parse(File.ReadAllText(path));
        }
        catch (FormatException slip)
        {
            return FairCopyRefusals.Layout(path, slip.Message);
        }
    }
}
