using System.Text.Json;
using Microsoft.Playwright;

namespace Zhongshu.EndToEnd.Support;

/// axe-core (MPL-2.0, restored by npm with the other front-end assets, for tests only): what WCAG 2.1 A and AA find wrong with a page.
internal static class Axe
{
    private const string Run = """
        () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(found => found.violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join('  ')))
        """;

    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(Screens.Root, "node_modules", "axe-core", "axe.min.js")));

    public static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        await page.EvaluateAsync(Script.Value);
        return (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(v => v.GetString()!).ToList();
    }
}
