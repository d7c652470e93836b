using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Receive;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Modules.IncomingDocuments.Register;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Receive;

public sealed class ReturnTests : IAsyncLifetime
{
    private RegistryDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await RegistryDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    [Trait("req", "M1-B39")]
    public async Task a_faulty_request_goes_back_with_its_reasons_and_how_to_mend_them()
    {
        var code = await RegisteredAsync();
        var page = await _desk.GetAsync($"/incoming/{code}/send-back");
        var letter = page.Page.QuerySelector("#letter")!.TextContent;
        letter.ShouldContain("上行文多头主送（《党政机关公文处理工作条例》第十五条）。请主送一个上级机关");

        var after = await _desk.SubmitAsync(page, "form#return");

        after.Path.ShouldBe($"/matters/{code}");
        var document = await _desk.DocumentAsync(code);
        document.State.ShouldBe(IncomingState.SentBack);
        (await _desk.InsideAsync(db => db.Set<Matter>().SingleAsync(m => m.Code == code))).State.ShouldBe(MatterState.Ended);
        (await _desk.InsideAsync(db => db.Set<WorkItem>().CountAsync(w => w.MatterId == document.MatterId && w.Status == WorkStatus.Open))).ShouldBe(0);
        var last = await _desk.InsideAsync(db => db.Set<TrailEntry>().Where(t => t.MatterId == document.MatterId).OrderBy(t => t.Sequence).LastAsync());
        (last.Verb, last.Quote!.Trim()).ShouldBe(("incoming.sent-back", letter.Trim()));
    }

    [Fact]
    public async Task a_return_without_words_and_a_second_return_are_refused()
    {
        var code = await RegisteredAsync();
        var page = await _desk.GetAsync($"/incoming/{code}/send-back");

        (await _desk.SubmitAsync(page, "form#return", ("letter", " "))).Text.ShouldContain("请选择或写明退回的理由");
        await _desk.SubmitAsync(page, "form#return");

        (await _desk.SubmitAsync(page, "form#return")).Text.ShouldContain("刚刚被别人办理过");
        (await _desk.SubmitAsync(page, "form#return", ("version", ""))).Text.ShouldContain("已拒收或退回");
    }

    [Fact]
    public async Task a_delivered_paper_begins_its_flow_when_it_is_received_and_only_once()
    {
        var code = await DeliveredAsync("关于送达一件的通知");
        (await _desk.DocumentAsync(code)).State.ShouldBe(IncomingState.Delivered);
        (await OpenItemsAsync(code)).ShouldBe(0);
        var page = await _desk.GetAsync($"/incoming/{code}/receive");

        (await _desk.SubmitAsync(page, "form#receive")).Path.ShouldBe($"/matters/{code}");

        (await _desk.DocumentAsync(code)).State.ShouldBe(IncomingState.Handling);
        (await OpenItemsAsync(code)).ShouldBe(1);
        (await _desk.SubmitAsync(page, "form#receive")).Text.ShouldContain("不在待签收状态");
    }

    [Fact]
    public async Task a_delivered_paper_may_be_refused_with_the_reason_chosen()
    {
        var code = await DeliveredAsync("关于送错一件的通知");

        await _desk.SubmitAsync(await _desk.GetAsync($"/incoming/{code}/refuse?reason=not-ours"), "form#return");

        var document = await _desk.DocumentAsync(code);
        document.State.ShouldBe(IncomingState.Refused);
        (await _desk.InsideAsync(db => db.Set<TrailEntry>().SingleAsync(t => t.MatterId == document.MatterId && t.Verb == "incoming.refused"))).Text.ShouldBe("拒收：不属本机关办理（第二十四条）");
    }

    [Fact]
    [Trait("req", "M1-B38")]
    public async Task each_of_the_eight_checks_is_kept_with_who_answered_it()
    {
        var code = await RegisteredAsync();
        var page = await _desk.GetAsync($"/incoming/{code}/checks");
        string[] others = ["policy", "law", "content", "procedure", "format", "wording", "figures"];

        (await _desk.SubmitAsync(page, "form#checks", ("politics", "no"))).Text.ShouldContain("政治关有疑问的，请写明疑问");
        await _desk.SubmitAsync(page, "form#checks", [("politics", "yes"), .. others.Select(o => (o, o == "figures" ? "no" : "yes")), ("figures-note", "附表合计不符")]);

        var document = await _desk.DocumentAsync(code);
        var kept = await _desk.InsideAsync(db => db.Set<IncomingCheckEntry>().Where(c => c.MatterId == document.MatterId).ToListAsync());
        kept.Count.ShouldBe(8);
        kept.Where(k => !k.Passed).ShouldHaveSingleItem().Note.ShouldBe("附表合计不符");
        kept.ShouldAllBe(k => k.PersonName.Length > 0);
        (await _desk.InsideAsync(db => db.Set<TrailEntry>().SingleAsync(t => t.MatterId == document.MatterId && t.Verb == "incoming.checked"))).Text.ShouldContain("7关通过，1关有疑问");
    }

    private async Task<string> DeliveredAsync(string title)
    {
        using var answer = await _desk.Http.PostAsJsonAsync(new Uri("/api/v1/incoming/", UriKind.Relative), new { title, sender = "市数据局", awaitsReceipt = true });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
    }

    private async Task<int> OpenItemsAsync(string code)
    {
        var document = await _desk.DocumentAsync(code);
        return await _desk.InsideAsync(db => db.Set<WorkItem>().CountAsync(w => w.MatterId == document.MatterId && w.Status == WorkStatus.Open));
    }

    private async Task<string> RegisteredAsync() =>
        RegistryDesk.CodeOf(await _desk.RegisterAsync(await _desk.UploadAsync(("件.txt", Papers.Txt(Papers.Request(addressee: "云岭市人民政府、云岭市财政局"))))));
}
