using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Reforms;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Reforms;

/// 成熟一个、上会一个.
public sealed class MaturityTests
{
    private static readonly Dictionary<string, string> Whole = Tasks.Book.Value(MaturityRules.Criteria).ToDictionary(c => c, c => $"{c}：已有依据");

    [Theory, Engines]
    [Trait("req", "M7-B32")]
    [Trait("req", "M7-B33")]
    public async Task A_reform_goes_on_an_agenda_only_when_each_of_the_four_criteria_has_its_ground(string engine)
    {
        Whole.Count.ShouldBe(4);
        await using var scene = await Scene.OpenAsync(engine);
        var code = (await scene.DocketAsync(Meeting with { Title = "招投标制度改革", Topic = "reform-local" })).Value.Code;
        (await EnterAsync(scene, code)).Message.ShouldContain(string.Join('、', Whole.Keys));
        foreach (var missing in Whole.Keys)
        {
            (await SetAsync(scene, code, Whole.ToDictionary(w => w.Key, w => w.Key == missing ? "  " : w.Value))).ShouldBe("ok");
            var no = await EnterAsync(scene, code);
            (no.Rule, no.Message.Contains($"不列入上会：{missing}没有", StringComparison.Ordinal)).ShouldBe(("supervision.unripe", true), no.Message);
        }

        (await SetAsync(scene, code, Whole)).ShouldBe("ok");
        (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepMaturity>().EnterAsync(code, "市委深改委会议", "2026-12-01", null, default))).Refusal!.Rule.ShouldBe("platform.forbidden");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepMaturity>().EnterAsync(code, "市委深改委会议", "2026-12-01", null, default))).Refusal.ShouldBeNull();
        (await SetAsync(scene, code, [])).ShouldBe("supervision.agenda-entered", "what stands on an agenda keeps its grounds");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<Office>().Db.Set<AgendaEntry>().Select(e => e.Meeting).ToListAsync())).ShouldBe(["市委深改委会议"]);
        (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepMaturity>().LeaveAsync(code, null, default))).Refusal.ShouldBeNull();
        (await SetAsync(scene, code, Whole)).ShouldBe("ok");
    }

    [Fact]
    [Trait("req", "M7-B33")]
    public async Task Only_what_is_mature_is_offered_for_a_meeting_on_the_page_and_other_items_are_no_reforms()
    {
        await using var scene = await Scene.OpenAsync();
        var plain = (await scene.DocketAsync(Meeting)).Value.Code;
        (await SetAsync(scene, plain, Whole)).ShouldBe("supervision.not-reform");

        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var made = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "招投标制度改革"), ("source", "meeting"), ("origin", "市委常委会"), ("topic", "reform-central"), ("lead", "市发展改革委"), ("task", "出台办法"), ("do", "docket"));
        var page = made.Location!.Replace("/letter", "/maturity", StringComparison.Ordinal);
        (await officer.GetAsync("/supervision/reforms")).Text.ShouldContain("还缺上级有要求、本地有需要、工作有基础、近期能见效");
        (await officer.SubmitAsync(await officer.GetAsync(page), "form#enter", ("meeting", "深改委会议"), ("on", $"{TestClock.MondayMorning.AddDays(5):yyyy-MM-dd}"))).Text.ShouldContain("还不成熟，不列入上会");
        var form = await officer.GetAsync(page);
        using var grounds = new FormUrlEncodedContent([.. form.Page.QuerySelectorAll("form#grounds input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")), .. Whole.Values.Select(v => KeyValuePair.Create("ground", v))]);
        (await officer.Http.PostAsync(new Uri(page, UriKind.Relative), grounds)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await officer.SubmitAsync(await officer.GetAsync(page), "form#enter", ("meeting", "深改委会议"), ("on", $"{TestClock.MondayMorning.AddDays(5):yyyy-MM-dd}"))).Location.ShouldBe("/supervision/reforms");
        (await officer.GetAsync("/supervision/reforms")).Text.ShouldContain("成熟1件，已列入上会1件");
    }

    private static async Task<string> SetAsync(Scene scene, string code, Dictionary<string, string> grounds) =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepMaturity>().SetAsync(code, grounds, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<Refusal> EnterAsync(Scene scene, string code) =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepMaturity>().EnterAsync(code, "市委深改委会议", "2026-12-01", null, default))).Refusal!;
}
