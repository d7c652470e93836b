using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision;

/// 督查督办 on a scene: what each post does, in one line.
internal static class SupervisedScene
{
    public const string Words = "请发改委牵头，月底前拿出方案，抓紧落实。";

    public static readonly DocketInput Meeting = new()
    {
        Title = "城区停车场建设",
        Source = "meeting",
        Origin = "市政府第12次常务会议",
        Tasks = [new TaskInput { Lead = "市发展改革委", Support = "市财政局", Measure = "新增泊位500个" }],
    };

    /// A document on which the mayor wrote an instruction; its code and the instruction's id.
    public static async Task<(string Code, string Opinion)> InstructedAsync(this Scene scene, string sender = "岚川省人民政府办公厅")
    {
        var document = await scene.RegisterAsync("registry", new RegisterForm { Title = "关于加快重大项目建设的通知", Sender = sender, DocumentNumber = "岚政发〔2026〕7号" });
        var code = await scene.CodeOfAsync(document.Value.MatterId);
        var seen = await scene.SeeAsync("director", code);
        (await scene.ActAsync("director", code, new ActForm { Item = seen!.Mine[0].Number, Verb = "complete", Opinion = "拟请领导阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] })).Refusal.ShouldBeNull();
        var mine = await scene.SeeAsync("leader1", code);
        (await scene.ActAsync("leader1", code, new ActForm { Item = mine!.Mine[0].Number, Verb = "complete", Opinion = Words })).Refusal.ShouldBeNull();
        var opinion = await scene.AsAsync("supervision", s => s.GetRequiredService<Office>().Db.Set<Opinion>().Where(o => o.Kind == OpinionKind.Instruction).OrderBy(o => o.Id).LastAsync());
        return (code, opinion.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    public static Task<Outcome<Docketed>> DocketAsync(this Scene scene, DocketInput input, string login = "supervision") => scene.AsAsync(login, async s =>
    {
        var office = s.GetRequiredService<Office>();
        var form = input.Read(office.Rules, await office.BookAsync(default), office.Today);
        if (form.Succeeded) form = await DocketSource.CompleteAsync(office, input, form.Value, default);
        return form.Succeeded ? await s.GetRequiredService<DocketItem>().RunAsync(form.Value, null, default) : form.Refusal;
    });

    public static async Task<string> SentAsync(this Scene scene, DocketInput input)
    {
        var docketed = await scene.DocketAsync(input);
        docketed.Refusal.ShouldBeNull();
        (await scene.SendAsync(docketed.Value.Code)).Refusal.ShouldBeNull();
        return docketed.Value.Code;
    }

    public static readonly Digest Sorted = new("请求明确责任。", "条件已经具备。", "前期分工不清，进展缓慢。", "");

    public static Task<Outcome<Sent>> SendAsync(this Scene scene, string code, LetterWords? words = null) =>
        scene.AsAsync("supervision", s => s.GetRequiredService<SendLetter>().RunAsync(code, words ?? new LetterWords { Digest = Sorted }, default));

    public static Task<Outcome<TaskActed>> TaskAsync(this Scene scene, string login, string code, TaskActForm form, int number = 1) =>
        scene.AsAsync(login, s => s.GetRequiredService<ActOnTask>().RunAsync(code, number, form, default));

    public static async Task DoAsync(this Scene scene, string login, string code, TaskActForm form, int number = 1) =>
        (await scene.TaskAsync(login, code, form, number)).Refusal.ShouldBeNull();

    public static TaskActForm Do(TaskVerb verb, string reason = "情况属实。", DateOnly? on = null) => new() { Verb = verb, Reason = reason, On = on, Ways = ["call"] };

    public static TaskActForm Done(string text = "新增泊位520个，已投入使用。", string kind = "figures") =>
        Do(TaskVerb.Feed, text) with { IsFinal = true, Evidence = [new EvidenceForm(kind, "泊位台账", null)] };

    public static Task<ItemView?> ItemAsync(this Scene scene, string login, string code) => scene.AsAsync(login, s => ItemView.ReadAsync(s.GetRequiredService<Office>(), code, default));

    public static Task<DeskView> DeskAsync(this Scene scene, string login) => scene.AsAsync(login, s => DeskView.ReadAsync(s.GetRequiredService<Office>(), default));
}
