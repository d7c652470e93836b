using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Find;
using Zhongshu.Modules.Defects.Register;
using Zhongshu.Modules.Defects.Review;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Defects;

/// 错情复盘 on a scene: what each post does, in one line.
internal static class DefectScene
{
    public const long SecondSection = 14;

    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly DefectInput Slip = new() { Kind = "date-only", Stage = "draft", Found = "leader", Consequence = "corrected", Unit = SecondSection, Person = 31, On = "2026-11-20", Text = "套用去年通知，只改了时间，会场仍写旧址" };

    /// What a review without grave consequences goes through, in the order of the rules.
    public static readonly string[] Slight = ["discuss", "infer", "improve", "mend"];

    public static Task<Outcome<Defect>> RegisterAsync(this Scene scene, string login, DefectInput input) => scene.AsAsync(login, s => s.GetRequiredService<RegisterDefect>().RunAsync(input, null, default));

    public static Task<Outcome<Done>> OpenAsync(this Scene scene, string login, long id, string approach = "single", params string[] steps)
    {
        var plan = (steps.Length == 0 ? Slight : steps).Select((s, i) => new StepPlan(s, i % 2 == 0 ? 31 : 30, Today.AddDays(i + 1))).ToList();
        return scene.AsAsync(login, s => s.GetRequiredService<ActOnDefect>().OpenAsync(id, approach, plan, default));
    }

    public static Task<Outcome<Done>> DoAsync(this Scene scene, string login, long id, string step, string words = "已做到，有记录") => scene.AsAsync(login, s => s.GetRequiredService<ActOnDefect>().DoAsync(id, step, words, default));

    public static Task<Outcome<Done>> CloseAsync(this Scene scene, string login, long id, Closing? closing = null) => scene.AsAsync(login, s => s.GetRequiredService<ActOnDefect>().CloseAsync(id, closing ?? Whole, default));

    public static readonly Closing Whole = new("套用旧稿，先改地点再改时间", true) { Conclusion = "科长盯办一个月", Everybody = "全科六人", WholeProcess = "起草、核稿、印制三道都没有看会场", AllScenes = "通知、请柬、桌签" };

    public static Task<IReadOnlyList<DefectRow>> ListAsync(this Scene scene, string login, DefectAsk? ask = null) =>
        scene.AsAsync(login, async s => await (ask ?? new DefectAsk()).ReadAsync(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default), default));

    public static Task<List<string>> NoticesAsync(this Scene scene, long person) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());

    public static Task<T> ReadAsync<T>(this Scene scene, Func<OfficeDb, Task<T>> read) => scene.AsSystemAsync(s => read(s.GetRequiredService<OfficeDb>()));
}
