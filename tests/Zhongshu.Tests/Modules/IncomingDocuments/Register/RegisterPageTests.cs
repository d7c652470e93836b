using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Register;

public sealed class RegisterPageTests : IAsyncLifetime
{
    private RegistryDesk _desk = null!;

    public async Task InitializeAsync() => _desk = await RegistryDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task a_readable_paper_is_registered_with_one_upload_and_one_confirmation()
    {
        var read = await _desk.UploadAsync(("请示.txt", Papers.Txt(Papers.Request())));
        var done = await _desk.RegisterAsync(read);

        var document = await _desk.DocumentAsync(RegistryDesk.CodeOf(done));
        done.Page.QuerySelector(".registry-number")!.TextContent.ShouldBe(document.RegistryNumber);
        done.Page.QuerySelector("a#next")!.GetAttribute("href").ShouldBe("/incoming/register");
        (document.Title, document.Sender, document.DocumentDate).ShouldBe((Papers.Title, "云岭市发展和改革委员会", new DateOnly(2026, 11, 20)));
        (await _desk.UploadsAsync()).ShouldBe(0);
        _desk.FilesOnDisk.ShouldBe(1);
    }

    [Fact]
    public async Task a_form_sent_twice_acts_once_and_shows_the_same_number()
    {
        var read = await _desk.UploadAsync(("请示.txt", Papers.Txt(Papers.Request())));

        var both = await Task.WhenAll(_desk.RegisterAsync(read), _desk.RegisterAsync(read));

        RegistryDesk.CodeOf(both[0]).ShouldBe(RegistryDesk.CodeOf(both[1]));
        (await _desk.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task the_same_number_or_the_same_text_is_told_before_registering_and_may_still_go_in()
    {
        var first = RegistryDesk.CodeOf(await _desk.RegisterAsync(await _desk.UploadAsync(("请示.txt", Papers.Txt(Papers.Request())))));

        var sameNumber = await _desk.UploadAsync(("新.txt", Papers.Txt(Papers.Request(number: "云发改[2026]018号") + "另附说明。")));
        sameNumber.Page.QuerySelector($"#like a[href='/matters/{first}']").ShouldNotBeNull(sameNumber.Text);
        var sameText = await _desk.UploadAsync(("换格式.txt", Papers.Txt(Papers.Request().Replace("\n", "\n\n", StringComparison.Ordinal).Replace("，", " ， ", StringComparison.Ordinal))));
        sameText.Text.ShouldContain("可能重复登记");

        (await _desk.RegisterAsync(sameNumber)).Text.ShouldContain("与已登记的来文重复");
        RegistryDesk.CodeOf(await _desk.RegisterAsync(sameNumber, ("despite", "true"))).ShouldNotBe(first);
    }

    [Fact]
    [Trait("req", "M1-A01")]
    [Trait("req", "M1-A08")]
    [Trait("req", "M1-A15")]
    [Trait("req", "M1-B19")]
    [Trait("req", "M1-B28")]
    public async Task a_call_with_its_marks_urgency_and_real_ask_goes_in_by_the_same_form()
    {
        var code = RegistryDesk.CodeOf(await _desk.RegisterByHandAsync(("title", "关于防洪职责移交的来电"), ("sender", "市水利局"), ("kind", "call"),
            ("urgency", "特急"), ("substance", "国有资产划转"), ("bypass", "true"), ("whiteHead", "true")));

        var document = await _desk.DocumentAsync(code);
        (document.Kind, document.Urgency, document.Substance, document.IsBypass, document.IsWhiteHead)
            .ShouldBe((Zhongshu.Modules.IncomingDocuments.IncomingKind.Telegram, Urgency.Immediate, "国有资产划转", true, true));
        (await TrailAsync(document.MatterId)).ShouldContain(t => t.Contains("越流程，白头件", StringComparison.Ordinal));
        (await _desk.InsideAsync(db => db.Set<FirstContact>().SingleAsync(f => f.MatterId == document.MatterId))).PersonId.ShouldBe(document.FirstReceiverId);
    }

    [Fact]
    [Trait("req", "M1-B21")]
    public async Task a_paper_that_cites_an_earlier_one_is_offered_as_its_continuation()
    {
        var former = RegistryDesk.CodeOf(await _desk.RegisterByHandAsync(("title", "关于项目前期工作的通知"), ("sender", "云岭市人民政府"), ("documentNumber", "云政发〔2026〕3号")));
        var page = await _desk.UploadAsync(("件.txt", Papers.Txt(Papers.Request().Replace("为加快", "根据云政发〔2026〕3号要求，为加快", StringComparison.Ordinal))));
        page.Page.QuerySelector($"#formers option[value='{former}']").ShouldNotBeNull(page.Text);

        var document = await _desk.DocumentAsync(RegistryDesk.CodeOf(await _desk.RegisterAsync(page, ("follows", former))));

        var link = await _desk.InsideAsync(db => db.Set<MatterLink>().SingleAsync(l => l.FromId == document.MatterId));
        link.Relation.ShouldBe("续来文");
    }

    [Fact]
    [Trait("req", "M1-B06")]
    public async Task a_request_to_several_bodies_is_told_at_registration_and_noted_on_the_trail()
    {
        var page = await _desk.UploadAsync(("件.txt", Papers.Txt(Papers.Request(addressee: "云岭市人民政府、云岭市财政局"))));
        page.Text.ShouldContain("上行文多头主送");
        page.Text.ShouldContain("第十五条");

        var document = await _desk.DocumentAsync(RegistryDesk.CodeOf(await _desk.RegisterAsync(page)));

        (await TrailAsync(document.MatterId)).ShouldContain(t => t.Contains("登记时程序提示：上行文多头主送", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_classification_chosen_in_the_form_deletes_the_file()
    {
        var page = await _desk.UploadAsync(("件.txt", Papers.Txt(Papers.Request())));

        var refused = await _desk.RegisterAsync(page, ("classification", "秘密"));

        refused.Text.ShouldContain("秘密文件的正文不得录入");
        _desk.FilesOnDisk.ShouldBe(0);
        (await _desk.InsideAsync(db => db.Set<FileText>().CountAsync())).ShouldBe(0);
        RegistryDesk.CodeOf(await _desk.RegisterAsync(refused)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task an_upload_is_seen_by_its_uploader_alone_and_served_so_that_nothing_in_it_runs()
    {
        var page = await _desk.UploadAsync(("件.txt", Papers.Txt(Papers.Request())));
        var path = page.Page.QuerySelector<IHtmlAnchorElement>("a[href^='/files/uploaded/']")!.GetAttribute("href")!;
        using var other = await _desk.SignInAsync("director");

        using var mine = await _desk.Http.GetAsync(new Uri(path, UriKind.Relative));
        using var theirs = await other.GetAsync(new Uri(path, UriKind.Relative));

        mine.StatusCode.ShouldBe(HttpStatusCode.OK);
        mine.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        mine.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        theirs.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task the_last_piece_of_a_sender_is_remembered()
    {
        await _desk.RegisterByHandAsync(("title", "关于某事的函"), ("sender", "远帆市人民政府办公室"), ("kind", "letter"), ("addressee", "云岭市人民政府办公室"), ("urgency", "平急"));

        var last = await _desk.Http.GetStringAsync(new Uri("/incoming/register/sender?name=" + Uri.EscapeDataString("远帆市人民政府办公室"), UriKind.Relative));

        last.ShouldContain("\"kind\":\"letter\"");
        (await _desk.GetAsync("/incoming/register")).Page.QuerySelector("#senders option")!.GetAttribute("value").ShouldBe("远帆市人民政府办公室");
    }

    private Task<List<string>> TrailAsync(long matterId) => _desk.InsideAsync(db => db.Set<TrailEntry>().Where(t => t.MatterId == matterId).Select(t => t.Text).ToListAsync());
}
