using Zhongshu.EndToEnd.Support;

namespace Zhongshu.EndToEnd.IncomingDocuments;

/// 办公室的一天: one document from the registry to its closing, as the people of five posts do it in the browser, each step no dearer than docs/BURDEN.md says.
public sealed class FromRegistryToClosingTests : IAsyncLifetime
{
    private const string Outdated = "docs/BURDEN.md no longer says what the jobs cost: artifacts/burden.md holds what was counted";
    private readonly string _folder = Directory.CreateTempSubdirectory("zhongshu-paper-").FullName;
    private readonly BurdenTable _burden = new();
    private Site _site = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is not null) _site = await Site.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [BrowserFact]
    [Trait("req", "M1-A03")]
    [Trait("req", "M1-A07")]
    [Trait("req", "M1-B08")]
    public async Task A_document_is_carried_from_the_registry_to_its_closing_at_the_written_burden()
    {
        var registry = await _site.SignInAsync("registry");
        await EverydayJobs.RegisterWithoutFileAsync(_burden, registry, "关于报送公共文化服务进展情况的函", "青禾县人民政府");
        await EverydayJobs.RegisterBatchAsync(_burden, registry, Sheets.Write(_folder));
        var (code, director) = await CarryToHandlingAsync(registry);
        await EverydayJobs.CloseAsync(_burden, director, "同意办结。");

        await director.GoAsync($"/matters/{code}");
        await director.PictureAsync("matter-closed");
        (await director.TextAsync(".holder-line")).ShouldContain("已办结");
        var timeline = await director.TextAsync(".timeline");
        foreach (var words in new[] { "月底前报结果", "资金要专款专用", "会办意见：预算口径一致", "资金已落实", "同意办结" }) timeline.ShouldContain(words);
        _burden.Unwritten().ShouldBeEmpty(Outdated);
    }

    [BrowserFact]
    public async Task A_document_goes_back_once_and_then_to_the_archives()
    {
        var (code, director) = await CarryToHandlingAsync(await _site.SignInAsync("registry"));
        await EverydayJobs.ReturnAsync(_burden, director, "请补充各小区资金明细后再报。");
        await EverydayJobs.ChaseAsync(_burden, director);
        var lead = await _site.SignInAsync("head2");
        await EverydayJobs.AnswerAsync(lead, "已补充各小区资金明细，情况已汇总上报。");
        await EverydayJobs.CloseAsync(_burden, director, "同意办结。");
        var archivist = await _site.SignInAsync("archivist");
        await EverydayJobs.FileAsync(_burden, archivist, code);
        await archivist.GoAsync($"/matters/{code}");
        await archivist.PictureAsync("matter-filed");
        (await archivist.TextAsync(".holder-line")).ShouldContain("已归档");
        (await archivist.TextAsync(".timeline")).ShouldContain("请补充各小区资金明细后再报。");
        await EverydayJobs.FindAsync(_burden, director, "老旧小区 资金预算", Paper.Title);
        await EverydayJobs.DelegateAsync(_burden, director);
        _burden.Unwritten().ShouldBeEmpty(Outdated);
    }

    private async Task<(string Code, Visitor Director)> CarryToHandlingAsync(Visitor registry)
    {
        var code = await EverydayJobs.RegisterFileAsync(_burden, registry, Paper.Write(_folder));
        var director = await _site.SignInAsync("director");
        await EverydayJobs.ProposeAsync(_burden, director, "拟请领导阅示，由秘书二科牵头办理。");
        await EverydayJobs.InstructAsync(_burden, await _site.SignInAsync("leader1"), "同意。请秘书二科抓紧办理，月底前报结果。");
        await EverydayJobs.AnswerAsync(await _site.SignInAsync("leader2"), "资金要专款专用。");
        await EverydayJobs.RouteAsync(_burden, director, "请秘书二科主办，秘书一科会办。");
        await EverydayJobs.ClaimAndAnswerAsync(await _site.SignInAsync("head1"), "会办意见：预算口径一致，无不同意见。");
        await EverydayJobs.HandleAsync(_burden, await _site.SignInAsync("head2"), "资金已落实，情况已汇总上报。");
        return (code, director);
    }
}
