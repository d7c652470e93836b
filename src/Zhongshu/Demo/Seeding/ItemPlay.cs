using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Demo.Seeding;

/// One item of 督查督办 as the application left it: every row of it.
internal sealed record ItemPrototype(bool IsOpen, string Code, string LetterNumber, long MatterId)
{
    public required object?[] Matter { get; init; }

    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    public required IReadOnlyList<(TableRows Table, object?[] Row)> Parts { get; init; }
}

/// Lets the real application take a few items under supervision, for every unit that can be charged, to every stage.
internal sealed class ItemPlay(OfficePlay play)
{
    private static readonly (TaskVerb Verb, string Says, int Progress, bool Final)[] Course =
    [
        (TaskVerb.Send, "", 0, false),
        (TaskVerb.Receive, "", 0, false),
        (TaskVerb.Feed, "已制定方案，明确责任人和完成时间，正在组织实施。", 40, false),
        (TaskVerb.Accept, "请按时间表推进。", 0, false),
        (TaskVerb.Feed, "各项工作已全部完成，有关台账随附。", 100, true),
        (TaskVerb.Close, "已核对台账，情况属实。", 0, false),
    ];

    // How far an item goes: delivered, under way, to be checked, closed (twice as many as each open stage).
    private static readonly int[] Stages = [1, 4, 5, 6, 6];

    public async Task<IReadOnlyList<ItemPrototype>> PlayAsync()
    {
        var prototypes = new List<ItemPrototype>();
        foreach (var (unit, person) in Units())
            foreach (var stage in Stages) prototypes.Add(await TakeAsync(await RunAsync(unit, person, stage)));
        return prototypes;
    }

    /// Each charged unit with the person who answers for it.
    private static IEnumerable<(string Unit, long Person)> Units() =>
        from holding in DemoOffice.Present.Holdings
        let post = DemoOffice.Present.Posts.First(p => p.Id == holding.PostId)
        let unit = DemoOffice.Present.Units.First(u => u.Id == post.UnitId)
        where unit.Kind == Platform.Organisation.UnitKind.Subordinate && post.Roles.Contains("section-head", StringComparison.Ordinal)
        select (unit.ShortName, holding.PersonId);

    private async Task<long> RunAsync(string unit, long person, int stage)
    {
        var officer = DemoOffice.Present.Accounts.First(a => a.Login == "supervision").PersonId;
        var at = OfficePlay.Monday;
        var code = (await play.AsAsync(officer, at, scope => DocketAsync(scope, unit))).Code;
        foreach (var step in Course.Take(stage))
        {
            at = at.AddDays(1);
            var actor = step.Verb is TaskVerb.Receive or TaskVerb.Feed ? person : officer;
            if (step.Verb == TaskVerb.Send) await play.AsAsync(actor, at, async scope => Must(await scope.GetRequiredService<SendLetter>().RunAsync(code, new LetterWords(), default)));
            else await play.AsAsync(actor, at, async scope => Must(await scope.GetRequiredService<ActOnTask>().RunAsync(code, 1, Form(step), default)));
        }

        return await play.AsAsync(officer, at, scope => scope.GetRequiredService<OfficeDb>().Set<Matter>().Where(m => m.Code == code).Select(m => m.Id).SingleAsync());
    }

    private static async Task<Docketed> DocketAsync(IServiceProvider scope, string unit)
    {
        var office = scope.GetRequiredService<Office>();
        var input = new DocketInput
        {
            Title = OfficePlay.Title, Source = "meeting", Origin = "市政府常务会议", DespiteLikeness = true, Limit = "complex",
            Tasks = [new TaskInput { Title = OfficePlay.Title, Measure = "按期完成并形成台账", Lead = unit }],
        };
        var form = Must(await DocketSource.CompleteAsync(office, input, Must(input.Read(office.Rules, await office.BookAsync(default), office.Today)), default));
        return Must(await scope.GetRequiredService<DocketItem>().RunAsync(form, null, default));
    }

    private static TaskActForm Form((TaskVerb Verb, string Says, int Progress, bool Final) step) => new()
    {
        Verb = step.Verb,
        Reason = step.Says,
        Progress = step.Progress,
        IsFinal = step.Final,
        Ways = ["papers"],
        Evidence = step.Verb == TaskVerb.Feed ? [new EvidenceForm("figures", "工作台账", null)] : [],
    };

    private static T Must<T>(Outcome<T> outcome) => outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.Message);

    private async Task<ItemPrototype> TakeAsync(long matterId)
    {
        await using var scope = play.Scope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var parts = new List<(TableRows, object?[])>();
        async Task AddAsync<T>(IQueryable<T> rows) where T : class
        {
            var table = play.Table<T>(db);
            foreach (var row in await rows.AsNoTracking().ToListAsync()) parts.Add((table, table.Row(row)));
        }

        await AddAsync(db.Set<SupervisionItem>().Where(r => r.MatterId == matterId));
        await AddAsync(db.Set<Basis>().Where(r => r.MatterId == matterId));
        await AddAsync(db.Set<SupervisionTask>().Where(r => r.MatterId == matterId));
        await AddAsync(db.Set<TaskUnit>().Where(r => r.MatterId == matterId));
        await AddAsync(db.Set<SentLetter>().Where(r => r.MatterId == matterId));
        await AddAsync(db.Set<TaskFeedback>().Where(r => r.MatterId == matterId).OrderBy(r => r.Id));
        await AddAsync(db.Set<Evidence>().Where(r => r.MatterId == matterId).OrderBy(r => r.Id));
        await AddAsync(db.Set<WorkItem>().Where(r => r.MatterId == matterId).OrderBy(r => r.Id));
        await AddAsync(db.Set<MatterAccess>().Where(r => r.MatterId == matterId));
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId);
        if (matter.IsOpen) await AddAsync(db.Set<Notice>().Where(r => r.MatterId == matterId).OrderBy(r => r.Id));
        var letter = await db.Set<SentLetter>().Where(l => l.MatterId == matterId).Select(l => l.Number).FirstOrDefaultAsync();
        var trail = await db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == matterId).OrderBy(t => t.Sequence).ToListAsync();
        return new ItemPrototype(matter.IsOpen, matter.Code, letter ?? "", matterId) { Matter = play.Table<Matter>(db).Row(matter), Trail = trail, Parts = parts };
    }
}
