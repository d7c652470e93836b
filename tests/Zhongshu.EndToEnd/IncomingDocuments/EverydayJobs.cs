using Zhongshu.EndToEnd.Support;

namespace Zhongshu.EndToEnd.IncomingDocuments;

/// The jobs that people do all day, each from the desk on, by what stands on the page.
internal static class EverydayJobs
{
    private const string Submit = ".act .btn-primary";

    public static Task<string> RegisterFileAsync(BurdenTable burden, Visitor registry, string file) => burden.CountAsync("登记一件有电子件的来文", "收发员", registry, async () =>
    {
        await registry.FollowAsync(".page-actions a[href='incoming/register']");
        await registry.ChooseFileAsync("#file", file);
        await registry.Page.WaitForSelectorAsync("form[data-read=true]");
        await registry.PictureAsync("register-read");
        (await registry.Page.InputValueAsync("#title")).ShouldBe(Paper.Title);
        (await registry.Page.InputValueAsync("#documentNumber")).ShouldBe(Paper.Number);
        (await registry.Page.InputValueAsync("#sender")).ShouldBe("岚川省人民政府办公厅");
        (await registry.Page.InputValueAsync("#answerBy")).ShouldBe("2026-12-18");
        await registry.FollowAsync("#do-register");
        registry.Effort.Fields.ShouldBe(0);
        registry.Effort.Clicks.ShouldBeLessThanOrEqualTo(3, "A document that the program could read takes at most three confirmations");
        await registry.PictureAsync("registered");
        return await CodeAsync(registry);
    });

    public static Task RegisterWithoutFileAsync(BurdenTable burden, Visitor registry, string title, string sender) => burden.CountAsync("登记一件只有纸质的来文", "收发员", registry, async () =>
    {
        await registry.FollowAsync(".page-actions a[href='incoming/register']");
        await registry.TypeAsync("#title", title);
        await registry.TypeAsync("#sender", sender);
        await registry.FollowAsync("#do-register");
        (await registry.TextAsync(".registered")).ShouldContain(title);
    });

    public static Task RegisterBatchAsync(BurdenTable burden, Visitor registry, string sheet) => burden.CountAsync("批量登记十件", "收发员", registry, async () =>
    {
        await registry.FollowAsync(".places a[href='/incoming/register']");
        await registry.FollowAsync(".entries a[href='/incoming/batch']");
        await registry.ChooseFileAsync("#file", sheet);
        await registry.FollowAsync("#upload button");
        await registry.PictureAsync("batch");
        await registry.FollowAsync("#batch button");
        (await registry.Page.QuerySelectorAllAsync("#done tbody tr")).Count.ShouldBe(10);
    });

    public static Task ProposeAsync(BurdenTable burden, Visitor director, string words) => burden.CountAsync("拟办：送两位领导批示", "办公室主任", director, async () =>
    {
        await director.PictureAsync("desk-director");
        await OpenFirstAsync(director);
        await director.TypeAsync("#opinion", words);
        foreach (var leader in new[] { 1, 2 }) await director.TickAsync($"input[value='instruction|{leader * 4}']");
        await director.PictureAsync("matter-propose");
        await director.FollowAsync(Submit);
        (await director.TextAsync(".callout.success")).ShouldContain("岭知行");
    });

    public static Task InstructAsync(BurdenTable burden, Visitor leader, string words) => burden.CountAsync("批示", "领导", leader, async () =>
    {
        await OpenFirstAsync(leader);
        await leader.TypeAsync("#opinion", words);
        await leader.PictureAsync("matter-instruct");
        await leader.FollowAsync(Submit);
    });

    public static Task RouteAsync(BurdenTable burden, Visitor director, string words) => burden.CountAsync("分办：建议的主办科室，另加一个会办", "办公室主任", director, async () =>
    {
        await OpenFirstAsync(director);
        await director.TypeAsync("#opinion", words);
        (await director.Page.IsCheckedAsync($"input[value='lead-handling|{(14 * 4) + 2}']")).ShouldBeTrue("The section that answers for housing is proposed");
        await director.TickAsync($"input[value='supporting-handling|{(13 * 4) + 2}']");
        await director.PictureAsync("matter-route");
        await director.FollowAsync(Submit);
    });

    public static Task HandleAsync(BurdenTable burden, Visitor head, string words) => burden.CountAsync("签收并报办理情况", "科室负责人", head, () => ClaimAndAnswerAsync(head, words));

    public static async Task ClaimAndAnswerAsync(Visitor head, string words)
    {
        await head.GoAsync("/");
        await OpenFirstAsync(head);
        await head.FollowAsync("button[value=claim]");
        await head.TypeAsync("#opinion", words);
        await head.PictureAsync("matter-handle");
        await head.FollowAsync(Submit);
    }

    public static async Task AnswerAsync(Visitor person, string words)
    {
        await person.GoAsync("/");
        await OpenFirstAsync(person);
        await person.TypeAsync("#opinion", words);
        await person.FollowAsync(Submit);
    }

    public static Task ReturnAsync(BurdenTable burden, Visitor director, string reason) => burden.CountAsync("退回并写明理由", "办公室主任", director, async () =>
    {
        await OpenFirstAsync(director);
        await director.TypeAsync("#opinion", reason);
        await director.ClickAsync(".other-verbs summary");
        await director.SelectAsync("#return-to", "lead-handling");
        await director.PictureAsync("matter-return");
        await director.FollowAsync("button[value=return]");
    });

    public static Task ChaseAsync(BurdenTable burden, Visitor director) => burden.CountAsync("催办", "办公室主任", director, async () =>
    {
        await director.FollowAsync($".desk-list a:text('{Paper.Title}')");
        await director.FollowAsync("button[value^='chase:']");
        (await director.TextAsync(".callout.success")).ShouldContain("催办");
    });

    public static Task CloseAsync(BurdenTable burden, Visitor director, string words) => burden.CountAsync("审核办结", "办公室主任", director, async () =>
    {
        await OpenFirstAsync(director);
        await director.TypeAsync("#opinion", words);
        await director.FollowAsync("button[value=approve]");
    });

    public static Task FileAsync(BurdenTable burden, Visitor archivist, string code) => burden.CountAsync("归档一件", "档案员", archivist, async () =>
    {
        await archivist.FollowAsync(".places a[href='/incoming']");
        await archivist.FollowAsync(".entries a[href='/archives']");
        await archivist.FollowAsync($"a[href$='archives/{code}']");
        await archivist.TypeAsync("#pages", "3");
        await archivist.PictureAsync("filing");
        await archivist.FollowAsync("#file .btn-primary");
    });

    public static Task FindAsync(BurdenTable burden, Visitor person, string words, string title) => burden.CountAsync("查找一件", "所有人", person, async () =>
    {
        await person.TypeAsync("[data-search]", words);
        await person.Page.PressAsync("[data-search]", "Enter");
        await person.Page.WaitForSelectorAsync(".hits");
        await person.PictureAsync("search");
        await person.FollowAsync(".hits a");
        (await person.TextAsync("h1")).ShouldBe(title);
    });

    public static Task DelegateAsync(BurdenTable burden, Visitor person) => burden.CountAsync("外出，把工作交给B角", "所有人", person, async () =>
    {
        await person.FollowAsync(".entries a[href='/delegation']");
        await person.TypeAsync("#to", TimeProvider.System.GetLocalNow().AddDays(7).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await person.TypeAsync("#reason", "赴省里开会");
        await person.FollowAsync("form:has(#to) .btn-primary");
    });

    private static Task OpenFirstAsync(Visitor person) => person.FollowAsync($".desk-list a:text('{Paper.Title}')");

    private static async Task<string> CodeAsync(Visitor visitor) =>
        (await visitor.Page.GetAttributeAsync(".registered a[href*='matters/']", "href"))!.Split("matters/")[1].Split('/', '?', '#')[0];
}
