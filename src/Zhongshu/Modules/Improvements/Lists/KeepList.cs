using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Improvements.Lists;

public sealed record ListInput(ListForm Form, string Kind, string Title, long Parent);

public sealed record LineInput(string Aspect, string Text, long Owner, string DueOn);

/// 清单和优化方案（1+N）: every line with who answers for it and by when.
internal sealed class KeepList(Office office)
{
    private const int MostLines = 500;

    public Task<Outcome<MeasureList>> OpenAsync(ListInput input, string? once, CancellationToken cancel) => office.WriteAsync<MeasureList>(once, async () =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("建立清单和方案");
        if (!Enum.IsDefined(input.Form)) return ImprovementRefusals.Missing("form", "请选择是清单、总方案还是专项方案。");
        if (input.Form == ListForm.List && !office.Rules.Value(ImprovementRules.Lists).Contains(input.Kind, StringComparer.Ordinal)) return ImprovementRefusals.Missing("kind", $"请选择是哪张清单：{string.Join('、', office.Rules.Value(ImprovementRules.Lists))}。");
        if (input.Title.Length is 0 or > ImprovementLimits.Title) return ImprovementRefusals.Missing("title", $"请填写名称，最多{ImprovementLimits.Title}字。");
        var book = await office.BookAsync(cancel);
        if (ImprovementCircle.KeeperFor(office, book) is not (> 0 and var keeper)) return ImprovementRefusals.NotOfOffice;
        var general = await ImprovementCircle.Lists(office, book).Where(l => l.Form == ListForm.General && l.EndedOn == null).ToListAsync(cancel);
        if (input.Form == ListForm.General && general.Count > 0) return ImprovementRefusals.OneGeneral(general[0].Title);
        if (input.Form == ListForm.Special && general.All(g => g.Id != input.Parent)) return ImprovementRefusals.NoParent;
        var list = new MeasureList
        {
            Id = office.Ids.Next(), KeeperId = keeper, Form = input.Form, Kind = input.Form == ListForm.List ? input.Kind : "", Title = input.Title, ParentId = input.Form == ListForm.Special ? input.Parent : null, On = office.Today,
        };
        office.Db.Add(list);
        await office.SayAsync("improvements.list", $"建立{WordOf(list)}《{list.Title}》", list.Id, null, cancel);
        return list;
    }, cancel);

    public Task<Outcome<MeasureLine>> AddAsync(long id, LineInput input, string? once, CancellationToken cancel) => office.WriteAsync<MeasureLine>(once, async () =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("列入清单和方案");
        var book = await office.BookAsync(cancel);
        if (await ImprovementCircle.Lists(office, book).SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } list) return Refusal.NotFound("这张清单");
        if (list.EndedOn is not null) return ImprovementRefusals.Over;
        if (list.Form != ListForm.List && !office.Rules.Value(ImprovementRules.Aspects).Contains(input.Aspect, StringComparer.Ordinal)) return ImprovementRefusals.Missing("aspect", "请选择是哪个方面的措施。");
        if (input.Text.Length is 0 or > ImprovementLimits.Words) return ImprovementRefusals.Missing("text", $"请写明内容，最多{ImprovementLimits.Words}字。");
        if (ImprovementCircle.NoOwner(office, book, input.Owner, ImprovementCircle.Day(input.DueOn)) is { } no) return no;
        if (await office.Db.Set<MeasureLine>().CountAsync(l => l.ListId == id, cancel) >= MostLines) return ImprovementRefusals.Missing("text", $"一张清单最多{MostLines}条，请另建一张。");
        var line = new MeasureLine { Id = office.Ids.Next(), ListId = id, Aspect = list.Form == ListForm.List ? "" : input.Aspect, Text = input.Text, OwnerId = input.Owner, DueOn = ImprovementCircle.Day(input.DueOn)!.Value };
        office.Db.Add(line);
        office.Tell(line.OwnerId, $"《{list.Title}》中“{Notice.Fit(line.Text, 40)}”由您负责，{line.DueOn:M月d日}前。见“办事 › 务虚和改进 › 清单和方案”。");
        await office.SayAsync("improvements.line", $"《{list.Title}》列入一条", line.Id, line.Text, cancel);
        return line;
    }, cancel);

    /// By who answers for it, or the office.
    public Task<Outcome<Done>> FinishAsync(long line, string words, CancellationToken cancel) => LineAsync(line, async (one, list) =>
    {
        if (!ImprovementCircle.MayFinish(office, one.OwnerId)) return ImprovementRefusals.NotYours;
        if (ImprovementCircle.NoWords(words, "请写明落实的结果") is { } no) return no;
        (one.Result, one.DoneOn) = (words, office.Today);
        await office.SayAsync("improvements.line-done", $"《{list.Title}》落实一条", one.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> PutOffAsync(long line, string due, string words, CancellationToken cancel) => LineAsync(line, async (one, list) =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("调整时限");
        if (ImprovementCircle.Day(due) is not { } day || day < office.Today) return ImprovementRefusals.Missing("due", "请填写新的时限，不早于今天。");
        if (ImprovementCircle.NoWords(words, "请写明为什么调整") is { } no) return no;
        one.DueOn = day;
        await office.SayAsync("improvements.line-day", $"《{list.Title}》一条调整到{day:M月d日}", one.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> EndAsync(long id, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("结束清单和方案");
        if (await ImprovementCircle.Lists(office, await office.BookAsync(cancel)).SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } list) return Refusal.NotFound("这张清单");
        if (list.EndedOn is not null) return ImprovementRefusals.Over;
        var open = await office.Db.Set<MeasureLine>().CountAsync(l => l.ListId == id && l.DoneOn == null, cancel);
        if (open > 0) return ImprovementRefusals.Missing("words", $"还有{open}条没有落实，不能结束。") with { Kind = RefusalKind.Conflict };
        list.EndedOn = office.Today;
        await office.SayAsync("improvements.list-ended", $"结束{WordOf(list)}《{list.Title}》", id, null, cancel);
        return Done.Yes;
    }, cancel);

    public static string WordOf(MeasureList list) => list.Form switch { ListForm.List => list.Kind, ListForm.General => "总方案", _ => "专项方案" };

    private Task<Outcome<Done>> LineAsync(long id, Func<MeasureLine, MeasureList, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var lists = ImprovementCircle.Lists(office, await office.BookAsync(cancel));
        if (await office.Db.Set<MeasureLine>().SingleOrDefaultAsync(l => l.Id == id, cancel) is not { } line || await lists.SingleOrDefaultAsync(l => l.Id == line.ListId, cancel) is not { } list) return Refusal.NotFound("这一条");
        return line.DoneOn is not null ? ImprovementRefusals.Over : await act(line, list);
    }, cancel);
}
