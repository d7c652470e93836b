using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Improvements.Pilots;

public sealed record PilotInput
{
    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    /// One answer to each ground.
    public IReadOnlyList<string> Grounds { get; init; } = [];

    public string Scope { get; init; } = "";

    public long Owner { get; init; }

    public string EvaluateOn { get; init; } = "";

    public static string Field(int ground) => string.Create(CultureInfo.InvariantCulture, $"ground-{ground}");
}

public sealed record PilotStepInput(string Stage, string Words, string Verdict, string EvaluateOn);

/// 小范围试点 → 动态跟进 → 评估 → 推广: argued for first, its stages in their order, spread only after it was found good.
internal sealed class KeepPilot(Office office)
{
    public const string Good = "可以推广";
    public const string On = "继续试点";
    public const string Stop = "停止";

    public static readonly IReadOnlyList<string> Verdicts = [Good, On, Stop];

    public Task<Outcome<Pilot>> BeginAsync(PilotInput input, string? once, CancellationToken cancel) => office.WriteAsync<Pilot>(once, async () =>
    {
        if (!office.Actor.May(ImprovementsModule.Manage)) return Refusal.Forbidden("开展试点");
        if (input.Title.Length is 0 or > ImprovementLimits.Title) return ImprovementRefusals.Missing("title", $"请填写名称，最多{ImprovementLimits.Title}字。");
        if (input.Text.Length is 0 or > ImprovementLimits.Words) return ImprovementRefusals.Missing("text", $"请写明新在哪里、怎么做，最多{ImprovementLimits.Words}字。");
        var grounds = office.Rules.Value(ImprovementRules.Grounds);
        for (var i = 0; i < grounds.Count; i++)
            if (input.Grounds.ElementAtOrDefault(i) is not { Length: > 0 and <= ImprovementLimits.Words }) return ImprovementRefusals.Missing(PilotInput.Field(i), $"请写明{grounds[i]}，论证齐了再试点，最多{ImprovementLimits.Words}字。");
        if (input.Scope.Length is 0 or > 200) return ImprovementRefusals.Missing("scope", "请写明在哪里试，先小范围，最多200字。");
        var book = await office.BookAsync(cancel);
        if (ImprovementCircle.KeeperFor(office, book) is not (> 0 and var keeper)) return ImprovementRefusals.NotOfOffice;
        if (ImprovementCircle.NoOwner(office, book, input.Owner, ImprovementCircle.Day(input.EvaluateOn)) is { } no) return no;
        var pilot = new Pilot
        {
            Id = office.Ids.Next(), KeeperId = keeper, Title = input.Title, Text = input.Text, Grounds = string.Join('\n', grounds.Zip(input.Grounds, (g, a) => $"{g}：{a.ReplaceLineEndings(" ")}")),
            Scope = input.Scope, OwnerId = input.Owner, From = office.Today, EvaluateOn = ImprovementCircle.Day(input.EvaluateOn)!.Value, Stage = office.Rules.Value(ImprovementRules.Stages)[0].Id,
        };
        if (pilot.Grounds.Length > 4000) return ImprovementRefusals.Missing(PilotInput.Field(0), "论证合计最多4000字，请精简。");
        office.Db.Add(pilot);
        office.Tell(pilot.OwnerId, $"“{pilot.Title}”在{pilot.Scope}试点，由您跟进，{pilot.EvaluateOn:M月d日}前评估。见“办事 › 务虚和改进 › 创新试点”。");
        await office.SayAsync("improvements.pilot", $"开展试点：{pilot.Title}（{pilot.Scope}）", pilot.Id, pilot.Text, cancel);
        return pilot;
    }, cancel);

    public Task<Outcome<Done>> StepAsync(long id, PilotStepInput input, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (await ImprovementCircle.Pilots(office, await office.BookAsync(cancel)).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } pilot) return Refusal.NotFound("这个试点");
        if (!ImprovementCircle.MayFinish(office, pilot.OwnerId)) return ImprovementRefusals.NotYours;
        var steps = await office.Db.Set<PilotStep>().Where(s => s.PilotId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        if (steps.Count >= ImprovementLimits.Lines) return ImprovementRefusals.Missing("words", $"一个试点最多登记{ImprovementLimits.Lines}次进展。");
        if (Wrong(pilot, steps, input, office.Rules.Value(ImprovementRules.Stages)) is { } wrong) return wrong;
        if (input.Verdict == On)
        {
            if (ImprovementCircle.Day(input.EvaluateOn) is not { } next || next <= office.Today) return ImprovementRefusals.Missing("evaluate", "继续试点的，请填写下次评估日期，晚于今天。");
            pilot.EvaluateOn = next;
        }

        office.Db.Add(new PilotStep { Id = office.Ids.Next(), PilotId = id, Stage = input.Stage, Words = input.Words, Verdict = input.Verdict, On = office.Today, PersonName = office.Actor.Name });
        pilot.Stage = input.Stage;
        if (input.Stage == ImprovementRules.Integrate) (pilot.State, pilot.EndedOn) = (PilotState.Spread, office.Today);
        if (input.Verdict == Stop) (pilot.State, pilot.EndedOn) = (PilotState.Stopped, office.Today);
        await office.SayAsync("improvements.pilot-step", $"试点“{pilot.Title}”{office.Rules.StageWord(input.Stage)}{(input.Verdict.Length > 0 ? $"：{input.Verdict}" : "")}", id, input.Words, cancel);
        return Done.Yes;
    }, cancel);

    /// Pure.
    public static Refusal? Wrong(Pilot pilot, IReadOnlyList<PilotStep> steps, PilotStepInput input, IReadOnlyList<PilotStage> stages)
    {
        if (pilot.State != PilotState.Open) return ImprovementRefusals.Over;
        var to = stages.ToList().FindIndex(s => s.Id == input.Stage);
        if (to < 0) return ImprovementRefusals.Missing("stage", $"请选择环节：{string.Join('、', stages.Select(s => s.Word))}。");
        // A stage may come again, as after a correction; none is passed over.
        if (stages.Take(to).FirstOrDefault(s => steps.All(p => p.Stage != s.Id)) is { } before) return ImprovementRefusals.TooEarly(before.Word);
        if (ImprovementCircle.NoWords(input.Words, "请写明做了什么、看到什么") is { } no) return no;
        if (input.Verdict.Length > 0 && (input.Stage != ImprovementRules.Correct || !Verdicts.Contains(input.Verdict))) return ImprovementRefusals.Missing("verdict", $"评估结论在纠偏环节登记：{string.Join('、', Verdicts)}。");
        return input.Stage == ImprovementRules.Integrate && steps.LastOrDefault(s => s.Verdict.Length > 0)?.Verdict != Good ? ImprovementRefusals.NotEvaluated : null;
    }

    public static string WordOf(PilotState state) => state switch { PilotState.Open => "试点中", PilotState.Spread => "已推广", _ => "已停止" };
}
