using Zhongshu.Demo.Seeding;

namespace Zhongshu.Bench;

/// Whole lives of a document, each act as its holder did it once in the real application; item numbers repeat, so another document can go the same way.
internal static class Script
{
    public static async Task<IReadOnlyList<IReadOnlyList<PlayedAct>>> PlayAsync()
    {
        await using var play = await OfficePlay.OpenAsync();
        var lives = new List<IReadOnlyList<PlayedAct>>();
        foreach (var route in Prototype.Routes().Where(r => r.Acts == int.MaxValue).Take(8))
        {
            var acts = new List<PlayedAct>();
            await play.RunAsync(route, acts);
            lives.Add(acts);
        }

        return lives;
    }
}
