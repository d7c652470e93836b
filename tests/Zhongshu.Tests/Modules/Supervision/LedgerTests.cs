using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// The three ledgers, the five watched and the topics are views of one ledger.
public sealed class LedgerTests
{
    [Theory, Engines]
    [Trait("req", "M7-B06")]
    [Trait("req", "M7-B59")]
    [Trait("req", "M7-B61")]
    public async Task An_item_stands_in_the_ledgers_of_its_topic_and_of_all_its_sources_and_once_in_each(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { Topic = "special" });
        (await scene.DocketAsync(Meeting with { Title = "山塘水库除险", Source = "research", Origin = "10月水利调研", Tasks = [new TaskInput { Lead = "市水利局" }] })).Refusal.ShouldBeNull();
        (await CountsAsync(scene)).ShouldBe([("eye-meetings", 1), ("researches", 1), ("special-meetings", 1)]);

        var (source, opinion) = await scene.InstructedAsync();
        (await MergeAsync(scene, code, source, opinion)).ShouldBeTrue();
        (await CountsAsync(scene)).ShouldBe([("channel-instructions", 1), ("eye-instructions", 1), ("eye-meetings", 1), ("instructions", 1), ("researches", 1), ("special-meetings", 1)]);
        foreach (var ledger in new[] { "instructions", "special-meetings", "eye-meetings" }) (await RowsAsync(scene, ledger)).ShouldBe([code], ledger);
        (await RowsAsync(scene, "report")).ShouldBeEmpty();
        (await scene.DocketAsync(Meeting with { Title = "另一件事", Topic = "没有的专题" })).Refusal!.Field.ShouldBe("topic");
    }

    [Theory, Engines]
    [Trait("req", "M7-B06")]
    public async Task What_was_withdrawn_whole_is_in_no_ledger_done_and_what_was_withdrawn_in_part_is(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var whole = await scene.SentAsync(Meeting);
        await scene.DoAsync("supervision", whole, Do(TaskVerb.Withdraw, "职责已划转。"));
        var (source, opinion) = await scene.InstructedAsync();
        var partly = await scene.SentAsync(Meeting with { Title = "老旧电梯更新", Tasks = [new TaskInput { Title = "电梯更新", Lead = "市发展改革委" }, new TaskInput { Title = "资金筹措", Lead = "市发展改革委" }] });
        (await MergeAsync(scene, partly, source, opinion)).ShouldBeTrue();
        await scene.DoAsync("supervision", partly, Do(TaskVerb.Withdraw, "并入另一项。"), 2);
        await scene.DoAsync("bureau", partly, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", partly, Done());
        await scene.DoAsync("supervision", partly, Do(TaskVerb.Close));

        var lines = await scene.AsAsync("supervision", s => LedgerCounts.ReadAsync(s.GetRequiredService<Office>(), default));
        lines.Where(l => l.Ledger.Id is "eye-meetings" or "instructions").Select(l => (l.Open, l.Closed)).ShouldBe([(0, 1), (0, 1)]);
        (await RowsAsync(scene, "eye-meetings", "closed")).ShouldBe([partly]);
        (await RowsAsync(scene, "eye-meetings", "all")).ShouldBe([partly, whole]);
    }

    [Fact]
    [Trait("req", "M7-B108")]
    public async Task The_director_reads_the_ledgers_and_the_board_and_the_officer_keeps_a_query_by_name()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docket = await officer.GetAsync("/supervision/docket");
        await officer.SubmitAsync(docket, "form#docket", ("title", "农村环境整治行动"), ("source", "meeting"), ("origin", "市政府专题会"), ("topic", "rural"), ("lead", "市发展改革委"), ("do", "docket"));
        var board = await officer.GetAsync("/supervision?ledger=eye-meetings");
        board.Text.ShouldContain("督办台账：议定事项");
        board.Text.ShouldContain("农村环境整治行动");
        (await officer.GetAsync("/supervision?ledger=instructions")).Text.ShouldNotContain("农村环境整治行动");
        await officer.SubmitAsync(board, "form#keep-view", ("name", "议定事项在办"));
        var kept = await officer.GetAsync("/supervision");
        kept.Page.QuerySelector(".saved-view a")!.GetAttribute("href").ShouldBe("/supervision?ledger=eye-meetings");
        (await officer.SubmitAsync(board, "form#keep-view", ("name", "议定事项在办"))).Text.ShouldContain("已有名为");

        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync("/supervision/ledgers")).Text.ShouldContain("五个紧盯");
        var printed = await director.GetAsync("/supervision/print?ledger=eye-meetings&state=all");
        printed.Text.ShouldContain("督办台账（议定事项）");
        printed.Text.ShouldContain("农村环境整治行动");
        (await director.GetAsync("/supervision")).Text.ShouldNotContain("督查立项");
    }

    private static async Task<List<(string, int)>> CountsAsync(Scene scene) =>
        [.. (await scene.AsAsync("supervision", s => LedgerCounts.ReadAsync(s.GetRequiredService<Office>(), default))).Where(l => l.Open > 0).Select(l => (l.Ledger.Id, l.Open)).OrderBy(l => l.Id, StringComparer.Ordinal)];

    private static async Task<List<string>> RowsAsync(Scene scene, string ledger, string state = "open") =>
        [.. (await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter { Ledger = ledger, State = state }, 50, default))).Rows.Select(r => r.Code)];

    private static Task<bool> MergeAsync(Scene scene, string code, string source, string opinion) => scene.AsAsync("supervision", async s =>
    {
        var office = s.GetRequiredService<Office>();
        var input = await DocketSource.FilledAsync(office, source, long.Parse(opinion, CultureInfo.InvariantCulture), default);
        var form = await DocketSource.CompleteAsync(office, input, input.Read(office.Rules, await office.BookAsync(default), office.Today).Value, default);
        return (await s.GetRequiredService<MergeSource>().RunAsync(code, form.Value, default)).Succeeded;
    });
}
