using Zhongshu.Platform.Hosting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.FairCopies.Contracts;

/// The fonts of this deployment, looked for once: data/fonts first, then the system's.
internal sealed class OfficeFonts(OfficeSettings settings)
{
    private readonly Lazy<FontSet> _set = new(() => FontSet.FromFolders([Path.Combine(settings.DataFolder, "fonts"), .. FontSet.SystemFolders], LayoutRules.Standard));

    public FontSet Set => _set.Value;
}
