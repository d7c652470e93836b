using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Reviews;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Proofs;

public sealed class ReviewsTests : IAsyncLifetime
{
    private const string Draft = "云岭市数据局关于开展检查工作的通知\n各科室：\n　　请按时完成任务。\n　　特此通知。\n";
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    [Trait("req", "M3-A29")]
    public async Task before_a_text_is_laid_before_a_leader_the_leaders_secretary_reads_it_and_both_steps_stand_on_the_trail()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        var page = await drafter.GetAsync($"/proofing/{id}/reviews");
        var leader = page.Page.QuerySelectorAll("#reader optgroup option").First(o => o.TextContent.Contains("岭知行（秘书笔随行）", StringComparison.Ordinal)).GetAttribute("value")!;
        await drafter.SubmitAsync(page, "form#review", ("reader", leader), ("ask", "第二段的语句"));

        var secretary = await _office.SignedInAsAsync("secretary");
        var review = (await secretary.GetAsync("/proofing")).Page.QuerySelectorAll("a").First(a => a.GetAttribute("href")!.StartsWith("/proofing/reviews/", StringComparison.Ordinal)).GetAttribute("href")!;
        var asked = await secretary.GetAsync(review);
        asked.Text.ShouldContain("请重点看：第二段的语句");
        asked.Text.ShouldContain("请按时完成任务");
        (await secretary.SubmitAsync(asked, "form#answer", ("verdict", "2"))).Text.ShouldContain("退回修改请写明意见");
        await secretary.SubmitAsync(asked, "form#answer", ("verdict", "1"), ("opinion", "语句通顺"));

        (await secretary.GetAsync("/proofing")).Text.ShouldNotContain("请我核的文稿");
        (await drafter.GetAsync($"/proofing/{id}/reviews")).Text.ShouldContain("语句通顺");
        (await SlipAsync(drafter, id)).ShouldContain("同意，意见：语句通顺。");
        var trail = await _office.ActAsAsync(null, o => o.Db.Set<TrailEntry>().Where(t => t.MatterId == 0 && t.Verb == "proofing.review").OrderBy(t => t.Sequence).Select(t => t.PersonName + t.Text).ToListAsync());
        trail.Count.ShouldBe(2);
        trail[0].ShouldStartWith("墨言信请笔随行核");
        trail[1].ShouldStartWith("笔随行核");
        trail[1].ShouldEndWith("秘书过文字关，同意");
        (await _office.ActAsAsync(null, o => o.Db.Set<Notice>().Where(n => n.Text.Contains("笔随行已核")).CountAsync())).ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M3-A18")]
    public async Task a_sensitive_text_is_studied_by_an_expert_whose_answer_stands_under_its_gate_on_the_slip()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        var page = await drafter.GetAsync($"/proofing/{id}/reviews");
        (await drafter.SubmitAsync(page, "form#review", ("reader", "e999999"))).Text.ShouldContain("请选择请谁核");
        await drafter.SubmitAsync(page, "form#review", ("reader", await ExpertAsync(page, "director")));
        (await drafter.SubmitAsync(page, "form#review", ("reader", await ExpertAsync(page, "director")))).Text.ShouldContain("还没有答复");

        (await SlipAsync(drafter, id)).ShouldContain("□专家研究审核：已请");
        var director = await _office.SignedInAsAsync("director");
        var review = await _office.ActAsAsync(null, o => o.Db.Set<ProofReview>().Select(r => r.Id).SingleAsync());
        var asked = await director.GetAsync($"/proofing/reviews/{review}");
        await director.SubmitAsync(asked, "form#answer", ("verdict", "2"), ("opinion", "第一段提法须与最新文件一致"));

        (await SlipAsync(drafter, id)).ShouldContain("退回修改，意见：第一段提法须与最新文件一致。");
        await director.SubmitAsync(asked, "form#answer", ("verdict", "1"));
        (await _office.ActAsAsync(null, o => o.Db.Set<ProofReview>().Select(r => r.Verdict).SingleAsync())).ShouldBe(ReviewVerdict.Returned);
    }

    [Fact]
    public async Task a_text_is_shown_to_nobody_but_its_writer_and_whoever_was_asked_and_its_reviews_go_with_it()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var id = await CheckAsync(drafter, Draft);
        var page = await drafter.GetAsync($"/proofing/{id}/reviews");
        await drafter.SubmitAsync(page, "form#review", ("reader", await ExpertAsync(page, "director")));
        var review = await _office.ActAsAsync(null, o => o.Db.Set<ProofReview>().Select(r => r.Id).SingleAsync());

        var head = await _office.SignedInAsAsync("head1");
        (await head.GetAsync($"/proofing/reviews/{review}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await head.GetAsync($"/proofing/{id}/reviews")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await _office.SignedInAsAsync("director")).GetAsync($"/proofing/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await drafter.SubmitAsync(await drafter.GetAsync("/proofing"), "table form");

        (await _office.ActAsAsync(null, o => o.Db.Set<ProofReview>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M3-A36")]
    public async Task who_drafts_a_speech_sees_what_its_leader_stands_for_and_how_the_leader_speaks()
    {
        var drafter = await _office.SignedInAsAsync("drafter");
        var page = await drafter.GetAsync("/proofing/speeches");
        (await drafter.SubmitAsync(page, "form#point", ("leader", "查无此人"), ("aspect", "主旨思想"), ("text", "项目为王"))).Text.ShouldContain("请从领导名册中选择领导");
        await drafter.SubmitAsync(page, "form#point", ("leader", "岭知行"), ("aspect", "讲话风格"), ("text", "多举实例，不用排比"));
        await drafter.SubmitAsync(page, "form#point", ("leader", "岭知行"), ("aspect", "主旨思想"), ("text", "项目为王，凡事看进度"), ("source", "3月2日全市项目推进会讲话"));

        var meetings = await (await _office.SignedInAsAsync("meetings")).GetAsync("/proofing/speeches");

        var section = meetings.Page.QuerySelectorAll("section.box").Single(s => s.QuerySelector("h2")!.TextContent == "岭知行");
        section.QuerySelectorAll("h3").Select(h => h.TextContent).ShouldBe(["主旨思想", "讲话风格"]);
        section.TextContent.ShouldContain("项目为王，凡事看进度（3月2日全市项目推进会讲话）");
        meetings.Page.QuerySelector("form#point").ShouldBeNull();
        // They are no rules: the engine and the list of the unit know nothing of them.
        (await drafter.GetAsync("/proofing/unit")).Text.ShouldNotContain("项目为王");
        (await CheckAsync(drafter, "要坚持项目为王。\n")).ShouldBeGreaterThan(0);
        await drafter.SubmitAsync(await drafter.GetAsync("/proofing/speeches"), "section.box li form");
        (await drafter.GetAsync("/proofing/speeches")).Text.ShouldNotContain("项目为王");
    }

    private async Task<string> ExpertAsync(Answer page, string login)
    {
        var person = await _office.ActAsAsync(null, o => o.Db.Set<Zhongshu.Platform.Access.Account>().Where(a => a.Login == login).Select(a => a.PersonId).SingleAsync());
        return page.Page.QuerySelectorAll("#reader option").Single(o => o.GetAttribute("value") == string.Create(CultureInfo.InvariantCulture, $"e{person}")).GetAttribute("value")!;
    }

    private static async Task<string> SlipAsync(TestBrowser who, long id) =>
        ProofPageTests.Read(await who.Http.GetByteArrayAsync(new Uri($"/proofing/{id}/slip.pdf", UriKind.Relative)));

    private static async Task<long> CheckAsync(TestBrowser who, string text)
    {
        var answer = await who.SubmitAsync(await who.GetAsync("/proofing"), "form#check", ("text", text), ("depth", "fast"));
        return long.Parse(answer.Location.ShouldNotBeNull(answer.Text).Split('/')[^1], CultureInfo.InvariantCulture);
    }
}
