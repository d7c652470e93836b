using System.Text;
using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>Random definitions written as YAML (so that the reader is exercised too) and random commands against a state.</summary>
internal static class RandomFlows
{
    public static FlowDefinition Definition(Dice dice) => Play.Define(Yaml(dice), "fields: {n: number}");

    public static string Yaml(Dice dice)
    {
        var text = new StringBuilder();
        var number = 0;
        Sequence(dice, text, (Depth: 0, Indent: 2), ref number);
        return text.ToString();
    }

    private static void Sequence(Dice dice, StringBuilder text, (int Depth, int Indent) place, ref int number)
    {
        var count = dice.Throw(place.Depth == 0 ? 4 : 2) + 1;
        var ids = new string[count];
        for (var i = 0; i < count; i++) ids[i] = $"s{number++}";
        for (var i = 0; i < count; i++)
        {
            var pad = new string(' ', place.Indent);
            var split = place.Depth < 3 && dice.Once(4);
            text.Append(pad).Append("- id: ").Append(ids[i]).Append('\n').Append(pad).Append("  title: 环节").Append(i).Append('\n');
            if (split) Split(dice, text, place, ref number);
            else Work(dice, text, pad);
            Links(dice, text, pad, (ids, i, place.Depth == 0 ? "end" : "join", split));
        }
    }

    private static void Split(Dice dice, StringBuilder text, (int Depth, int Indent) place, ref int number)
    {
        var pad = new string(' ', place.Indent + 2);
        text.Append(pad).Append("kind: parallel\n").Append(pad).Append("join: ").Append(dice.Pick("all", "any", "2", "60%")).Append('\n').Append(pad).Append("branches:\n");
        var branches = dice.Throw(2) + 2;
        for (var b = 0; b < branches; b++)
        {
            text.Append(pad).Append("  - id: b").Append(b).Append('\n').Append(pad).Append("    title: 分支").Append(b).Append('\n');
            if (dice.Once(4)) text.Append(pad).Append("    when: n > 3\n");
            text.Append(pad).Append("    steps:\n");
            Sequence(dice, text, (place.Depth + 1, place.Indent + 8), ref number);
        }
    }

    private static void Work(Dice dice, StringBuilder text, string pad)
    {
        var kind = dice.Pick("single", "countersign", "serial", "free", "circulation");
        Line("kind", kind);
        Line("assign", dice.Pick("chosen", kind == "single" ? dice.Names(1) : dice.Names(3), "pool-x", "chosen"));
        if (dice.Once(4)) Line("optional", "true");
        if (kind == "circulation" && dice.Once(2)) Line("wait", "true");
        if (kind is "circulation") return;
        Line("answer", dice.Pick("handle", "approve"));
        if (dice.Once(4)) Line("return", dice.Pick("previous", "none"));
        if (dice.Once(3)) Line("failed", dice.Pick("return", "next", "return", "end"));
        if (kind is not ("countersign" or "serial")) return;
        Line("pass", dice.Pick("all", "any", "2", "60%"));
        Line("reject", dice.Pick("at-once", "vote"));
        if (dice.Once(3)) Line("early", "false");

        void Line(string key, string value) => text.Append(pad).Append("  ").Append(key).Append(": ").Append(value).Append('\n');
    }

    private static void Links(Dice dice, StringBuilder text, string pad, (string[] Ids, int At, string Last, bool Split) where)
    {
        var onward = where.At + 1 < where.Ids.Length ? where.Ids[where.At + 1] : where.Last;
        var written = text.ToString();
        var own = written[written.LastIndexOf("- id: " + where.Ids[where.At], StringComparison.Ordinal)..];
        if (!dice.Once(3)) return;
        text.Append(pad).Append("  next:\n");
        var choose = !where.Split && !own.Contains("circulation", StringComparison.Ordinal) && !own.Contains("optional", StringComparison.Ordinal) && dice.Once(2);
        // A way back only where somebody chooses it: an instance must be able to end.
        if (choose) text.Append(pad).Append("    - to: ").Append(where.Ids[dice.Throw(where.At + 1)]).Append('\n');
        else if (where.At + 2 < where.Ids.Length) text.Append(pad).Append("    - {to: ").Append(where.Ids[where.At + 2]).Append(", when: n > 3}\n");
        text.Append(pad).Append("    - to: ").Append(onward).Append('\n');
        if (choose) text.Append(pad).Append("  choose: true\n");
    }

    /// <summary>One throw names the holders of every chosen step.</summary>
    public static FlowNext Next(FlowDefinition definition, Dice dice, string? to = null)
    {
        var mix = new Dice(Spread(dice.Throw(int.MaxValue), definition.Steps.Count * 6));
        return new FlowNext(to,
            [.. definition.Steps.Where(step => step.Kind != StepKind.Parallel && (step.Assign == FlowStep.Chosen || mix.Once(6)))
                .Select(step => new Assignment(step.Id, step.Optional && mix.Once(2) ? [] : Play.People(step.Kind == StepKind.Single ? mix.Names(1) : mix.Names(3)),
                    null, mix.Pick(FreeForm.All, FreeForm.Any, FreeForm.InOrder)))]);
    }

    private static int[] Spread(int seed, int count)
    {
        var throws = new int[count];
        for (var i = 0; i < count; i++) throws[i] = (seed = seed * 1103515245 + 12345) >>> 8;
        return throws;
    }

    public static (FlowFacts Facts, FlowCommand Command) Move(Play play, Dice dice)
    {
        if (play.State.Status == FlowStatus.Suspended && !dice.Once(3)) return (play.By('z', administrator: true), new Resume());
        var live = play.State.Items.Where(item => item.Live).ToArray();
        var item = live.Length > 0 && !dice.Once(6) ? live[dice.Throw(live.Length)] : play.State.Item(dice.Throw(play.State.Items.Length + 1));
        var holder = item is null || item.InPool ? dice.Throw(6) + 1 : item.Holder;
        var actor = dice.Once(12) ? dice.Throw(6) + 1 : item is { Status: ItemStatus.Cancelled } ? 1 : holder;
        var facts = play.By((char)('a' + actor - 1), dice.Once(8), 0, 900) with { };
        var step = item is null ? null : play.Definition.Find(item.Step);
        return (facts, Command(play.Definition, dice, (item?.Id ?? dice.Throw(9), step)));
    }

    private static FlowCommand Command(FlowDefinition definition, Dice dice, (int Id, FlowStep? Step) on)
    {
        var links = on.Step?.Next.Select(link => link.To).Append(on.Step.Id).Append(null).ToArray() ?? [null];
        var next = Next(definition, dice, links[dice.Throw(links.Length)]);
        var any = definition.Steps[dice.Throw(definition.Steps.Count)].Id;
        var people = Play.People(dice.Names(2));
        var agree = on.Step?.Answer == AnswerKind.Approve ? (FlowCommand)new Approve(on.Id, next, 1) : new Complete(on.Id, next, 1);
        return dice.Throw(24) switch
        {
            0 or 1 or 2 or 3 or 4 or 5 => agree,
            6 => new Reject(on.Id, next, 1),
            7 or 8 => new Return(on.Id, any, ReturnMode.WalkAgain, 1, dice.Once(3) ? next : null),
            9 or 10 or 11 => new Return(on.Id, any, ReturnMode.StraightBack, 1),
            12 or 13 => new Recall(on.Id),
            14 => new Forward(on.Id, people[0]),
            15 => new Zhongshu.Flow.Delegate(on.Id, people[0]),
            16 => new AddSign(on.Id, SignPlace.Before, people),
            17 => new AddSign(on.Id, SignPlace.Beside, people),
            18 => new AddSign(on.Id, SignPlace.After, people),
            19 => new RemoveSign(on.Id, next),
            20 => dice.Pick<FlowCommand>(new MarkSeen(on.Id), new Claim(on.Id), new Release(on.Id)),
            21 => dice.Pick<FlowCommand>(new Circulate(on.Id, people), new Chase(on.Id, 2), new ChangeDue(on.Id, null, "延期")),
            22 => dice.Pick<FlowCommand>(new Suspend("待补材料"), new Resume(), new Jump(any, "改送", next)),
            _ => new Jump(any, "改送", next),
        };
    }
}
