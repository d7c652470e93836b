using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs;
using Zhongshu.Modules.Proofs.Gates;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Proofs;

public sealed class GatesTests : IAsyncLifetime
{
    private const string Draft = "云岭市数据局关于开展检查工作的通知\n各科室：\n　　请按时完成任务。\n　　特此通知。\n";
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    [Trait("req", "M3-A17")]
    [Trait("req", "M3-B25")]
    [Trait("req", "M3-B27")]
    public async Task law_policy_quotations_and_politics_are_ticked_one_by_one_and_a_doubt_is_written_out()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        var page = await drafter.GetAsync($"/proofing/{id}/gates");
        foreach (var item in (string[])["符合宪法和法律", "与中央方针政策和上级部署一致", "重要表述规范", "引用的文件、讲话、法条与原文一致", "政治标准", "政治要求", "政治影响"]) page.Text.ShouldContain(item);

        var refused = await drafter.SubmitAsync(page, "form#gates", ("v-content.quotations", "2"));
        refused.Text.ShouldContain("请写明问题");
        await drafter.SubmitAsync(page, "form#gates", ("v-content.law", "1"), ("v-content.quotations", "2"), ("n-content.quotations", "第2段引文待查"));

        var slip = await SlipAsync(drafter, id, "");
        slip.ShouldContain("☑观点和政策措施符合宪法和法律：符合。");
        slip.ShouldContain("□引用的文件、讲话、法条与原文一致：存疑，第2段引文待查。");
        slip.ShouldContain("□政治标准：立场、观点、用语无偏差。");
        (await drafter.GetAsync($"/proofing/{id}/gates")).Page.QuerySelector("#v-content\\.law option[selected]")!.TextContent.ShouldBe("符合");
    }

    [Fact]
    [Trait("req", "M3-A15")]
    public async Task an_office_may_keep_five_gates()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        (await drafter.GetAsync($"/proofing/{id}/gates")).Text.ShouldNotContain("督办关");
        var five = await drafter.GetAsync($"/proofing/{id}/gates?gates=5");

        await drafter.SubmitAsync(five, "form#gates", ("v-sending.channel", "1"));

        (await SlipAsync(drafter, id, "")).ShouldStartWith("文字关内容关格式关公文校核单");
        var slip = await SlipAsync(drafter, id, "?gates=5");
        slip.ShouldStartWith("文字关内容关格式关传送关督办关");
        slip.ShouldContain("☑传送方式与密级、紧急程度相符，收件单位齐全：符合。");
    }

    [Fact]
    [Trait("req", "M3-B33")]
    [Trait("req", "M3-B34")]
    public async Task a_text_is_reviewed_by_four_standards_and_remarked_on_in_four_respects()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        var page = await drafter.GetAsync($"/proofing/{id}/gates");
        string[] items = ["简洁", "高效", "精准", "有力", "思想性", "权威性", "严密性", "鲜活性"];
        items.ShouldAllBe(item => page.Page.QuerySelectorAll(".tick-row label").Any(l => l.TextContent == item));
        (await SlipAsync(drafter, id, "")).ShouldNotContain("文稿质量评语");

        await drafter.SubmitAsync(page, "form#gates", ("v-review.exact", "1"), ("v-remark.liveliness", "3"), ("n-remark.liveliness", "例子太少"));

        var slip = await SlipAsync(drafter, id, "");
        slip.ShouldContain("☑精准：符合。");
        slip.ShouldContain("□鲜活性：不符，例子太少。");
    }

    [Fact]
    public async Task ticks_are_their_persons_alone_and_go_with_the_text()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        await drafter.SubmitAsync(await drafter.GetAsync($"/proofing/{id}/gates"), "form#gates", ("v-content.law", "1"));
        var director = await _office.SignedInAsAsync("director");
        (await director.GetAsync($"/proofing/{id}/gates")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _office.ActAsAsync(null, o => o.Db.Set<ProofTick>().CountAsync())).ShouldBe(1);

        await drafter.SubmitAsync(await drafter.GetAsync("/proofing"), "table form");

        (await _office.ActAsAsync(null, o => o.Db.Set<ProofTick>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M3-A34")]
    public async Task texts_and_characters_are_counted_by_year_and_stay_counted()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        var words = await _office.ActAsAsync(null, o => o.Db.Set<Proof>().Where(p => p.Id == id).Select(p => p.TitleWords + p.BodyWords).SingleAsync());
        await CheckAsync(await _office.SignedInAsAsync("director"), Draft);
        await drafter.SubmitAsync(await drafter.GetAsync("/proofing"), "table form");

        var page = await drafter.GetAsync("/proofing");

        var row = page.Page.QuerySelectorAll("table tr").Single(r => r.TextContent.Contains($"{_office.Clock.GetUtcNow().Year}年", StringComparison.Ordinal));
        row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent).ShouldBe(["1", $"{words}", "2", $"{2 * words}"]);
    }

    [Fact]
    [Trait("req", "M3-B21")]
    public async Task a_wording_that_departs_from_the_latest_one_is_marked_red()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var list = await drafter.GetAsync("/proofing/unit");
        await drafter.SubmitAsync(list, "form.box", ("Form.Text", "四项重点行动"), ("Form.Fix", "五项重点行动"), ("Form.Severity", "Error"), ("Form.Reason", "以最新文件的提法为准"));

        var id = await CheckAsync(drafter, "各单位要抓好四项重点行动。\n");

        var page = await drafter.GetAsync($"/proofing/{id}");
        page.Page.QuerySelector(".proof-text .mark.error")!.TextContent.ShouldStartWith("四项重点行动");
        page.Page.QuerySelectorAll(".finding.error").ShouldContain(f => f.TextContent.Contains("以最新文件的提法为准", StringComparison.Ordinal));
    }

    private static async Task<string> SlipAsync(TestBrowser who, long id, string query)
    {
        var pdf = await who.Http.GetByteArrayAsync(new Uri($"/proofing/{id}/slip.pdf{query}", UriKind.Relative));
        return ProofPageTests.Read(pdf);
    }

    private static async Task<long> CheckAsync(TestBrowser who, string text)
    {
        var answer = await who.SubmitAsync(await who.GetAsync("/proofing"), "form#check", ("text", text), ("depth", "fast"));
        return long.Parse(answer.Location.ShouldNotBeNull(answer.Text).Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
