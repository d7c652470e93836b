using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.EndToEnd.Support;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Matters.Show;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.EndToEnd.Supervision;

/// 件件有回音: from what a leader wrote on a document to the closed item that he reads and the circular that all read, in the browser.
public sealed class FromInstructionToCircularTests : IAsyncLifetime
{
    private const string Words = "请市发展改革委牵头，月底前拿出停车场建设方案，抓紧落实。";
    private const string Result = "新增泊位520个，已全部投入使用。";
    private Site _site = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is not null) _site = await Site.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    [BrowserFact]
    [Trait("req", "M7-A08")]
    [Trait("req", "M7-B11")]
    public async Task What_a_leader_instructed_is_docketed_sent_fed_back_seen_closed_told_to_him_and_to_all()
    {
        var source = await AwaitingInstructionAsync();
        var leader = await _site.SignInAsync("leader1");
        await leader.GoAsync($"/matters/{source}");
        await leader.TypeAsync("#opinion", Words);
        await leader.FollowAsync(".act .btn-primary");

        var officer = await _site.SignInAsync("supervision");
        var item = await DocketAndSendAsync(officer);
        var bureau = await _site.SignInAsync("bureau");
        await FeedBackAsync(bureau, item);
        await SeeAndCloseAsync(officer, item);

        await leader.GoAsync("/supervision/asked");
        await leader.PictureAsync("supervision-asked");
        (await leader.TextAsync("main")).ShouldContain(Result);
        await officer.GoAsync("/supervision/reports");
        await officer.PictureAsync("supervision-reports");
        var download = await officer.Page.RunAndWaitForDownloadAsync(() => officer.ClickAsync("a[href*='reports/result.docx']"));
        download.SuggestedFilename.ShouldContain("成果的通报");
        await LookAtTheBoardsAsync(officer);
        new[] { leader, officer, bureau }.SelectMany(v => v.Errors).ShouldBeEmpty();
    }

    /// The charts are drawn, on the wall as on the page, and a click on a unit's row leads to its tasks.
    private static async Task LookAtTheBoardsAsync(Visitor officer)
    {
        await officer.GoAsync("/supervision/wall");
        await officer.Page.WaitForSelectorAsync(".wall .chart.drawn svg");
        await officer.PictureAsync("supervision-wall");
        await officer.GoAsync("/statistics/supervision");
        (await officer.Page.Locator(".chart.drawn .chart-plot svg").CountAsync()).ShouldBe(4);
        await officer.PictureAsync("statistics-supervision");
        await officer.Page.Locator(".chart-plot").First.ClickAsync(new() { Position = new() { X = 160, Y = 14 } });
        await officer.Page.WaitForURLAsync("**/statistics/supervision/tasks?*unit=*");
    }

    private static async Task<string> DocketAndSendAsync(Visitor officer)
    {
        await officer.GoAsync("/supervision/sources");
        await officer.FollowAsync("main a[href*='supervision/docket?from=']");
        (await officer.TextAsync("blockquote.copied")).ShouldContain(Words);
        await officer.TypeAsync("#measure-0", "新增泊位500个");
        await officer.PictureAsync("supervision-docket");
        await officer.FollowAsync("#docket button[value=docket]");
        await officer.TypeAsync("#purpose", "请求明确项目责任。");
        await officer.TypeAsync("#gist", "条件已经具备。");
        await officer.TypeAsync("#course", "前期分工不清，进展缓慢。");
        await officer.PictureAsync("supervision-material");
        await officer.FollowAsync("#material .btn-primary");
        await officer.PictureAsync("supervision-letter");
        await officer.FollowAsync(".letter-draft .btn-primary");
        (await officer.TextAsync("main")).ShouldContain("督〔");
        return new Uri(officer.Page.Url).AbsolutePath;
    }

    /// The unit takes it, lays down its steps, and reports it done with evidence.
    private static async Task FeedBackAsync(Visitor bureau, string item)
    {
        await bureau.GoAsync($"{item}/tasks/1/receive");
        await bureau.FollowAsync("button[value=Receive]");
        await bureau.GoAsync($"{item}/tasks/1/plan");
        await bureau.PictureAsync("supervision-plan");
        await bureau.FollowAsync("#plan .btn-primary");
        await bureau.GoAsync($"{item}/feedback/1");
        await bureau.TypeAsync("#reason", Result);
        await bureau.TypeAsync("#evidence", "泊位台账520条");
        await bureau.TickAsync("#final");
        await bureau.PictureAsync("supervision-feedback");
        await bureau.FollowAsync("form[data-keep] .btn-primary");
    }

    private static async Task SeeAndCloseAsync(Visitor officer, string item)
    {
        await officer.GoAsync($"{item}/visits/new");
        await officer.TypeAsync("#place", "东门停车场");
        await officer.TypeAsync("#seen", "泊位已划线启用，现场停车有序。");
        await officer.TickAsync("#fits");
        await officer.ClickAsync("summary:has-text('逐条核对')");
        await officer.TickAsync("#disciplined");
        await officer.PictureAsync("supervision-visit");
        await officer.FollowAsync("#visit .btn-primary");
        await officer.GoAsync($"{item}/tasks/1/check");
        await officer.TickAsync("input[name=ways][value=onsite]");
        await officer.FollowAsync("button[value=Close]");
        await officer.PictureAsync("supervision-closed");
        (await officer.TextAsync(".holder-line")).ShouldContain("已办结");
    }

    /// A document that lies with the mayor to be instructed on.
    private async Task<string> AwaitingInstructionAsync()
    {
        var form = new RegisterForm { Title = "关于加快城区停车场建设的通知", Sender = "岚川省人民政府办公厅", DocumentNumber = "岚政发〔2026〕7号" };
        var code = await _site.AsAsync("registry", async s =>
        {
            var document = await s.GetRequiredService<RegisterDocument>().RunAsync(form, default);
            return await s.GetRequiredService<Office>().Db.Set<Matter>().Where(m => m.Id == document.Value.MatterId).Select(m => m.Code).SingleAsync();
        });
        await _site.AsAsync("director", async s =>
        {
            var seen = await MatterView.ReadAsync(s.GetRequiredService<Office>(), code, default);
            var act = new ActForm { Item = seen!.Mine[0].Number, Verb = "complete", Opinion = "拟请领导阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] };
            return await s.GetRequiredService<ActOnMatter>().RunAsync(code, act, default);
        });
        return code;
    }
}
