using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Defects.Lessons;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Defects;

public sealed class SummaryTests
{
    private static readonly LessonInput Summary = new("summary", "校舍修缮请示办理总结", ["资金按时拨付", "先对接后行文", "会签慢了一天", "下次并行会签"]) { IsShared = true };

    [Theory, Engines]
    [Trait("req", "M16-B40")]
    public async Task Whoever_handled_a_matter_is_asked_for_one_summary_when_it_is_closed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var waiting = await scene.RegisteredAsync(ScenePlay.Paper("关于增加公交班次的请示", 2));
        await scene.ReadyToCloseAsync(waiting);
        (await OwedAsync(scene, "head2")).ShouldBeEmpty("it is not closed yet");
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于修缮校舍的请示"));
        (await OwedAsync(scene, "head2")).ShouldBe([code]);
        (await OwedAsync(scene, "director")).ShouldBeEmpty("the one who approved did not do the work");
        (await WriteAsync(scene, "county", code)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        var lesson = (await WriteAsync(scene, "head2", code)).Value;
        (await OwedAsync(scene, "head2")).ShouldBeEmpty();
        (await WriteAsync(scene, "head2", code)).Refusal!.Rule.ShouldBe("lessons.summed-up", "once a matter");
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SummaryAsk>().IgnoreQueryFilters().Select(a => a.LessonId).ToListAsync())).ShouldBe([lesson.Id]);
    }

    private static Task<List<string>> OwedAsync(Scene scene, string login) => scene.AsAsync(login, async s => (await Summaries.OwedAsync(s.GetRequiredService<Office>(), default)).Select(o => o.Code).ToList());

    private static Task<Outcome<Lesson>> WriteAsync(Scene scene, string login, string code) => scene.AsAsync(login, s => s.GetRequiredService<KeepLesson>().AddAsync(Summary with { Matter = code }, null, default));
}
