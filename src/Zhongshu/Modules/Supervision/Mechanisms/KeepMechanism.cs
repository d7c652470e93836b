using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Mechanisms;

public sealed record MechanismInput(string Kind, string Title, string Since, string Members);

public sealed record AnswerInput(string Level, string Who, string Text);

public sealed record TopicInput(string Text, string Who, string Exchange, string On);

/// 督查机制台账: set up, held, topics raised and settled, ended; each on the platform's trail.
internal sealed class KeepMechanism(Office office)
{
    public Task<Outcome<long>> OpenAsync(MechanismInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("建立督查机制");
        if (office.Rules.Value(MechanismRules.Kinds).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return SupervisionRefusals.Missing("kind", "请选择机制种类。");
        if (input.Title.Trim().Length is 0 or > 120) return SupervisionRefusals.Missing("title", "请填写名称，最多120字。");
        if (DocketInput.Day(input.Since) is not { } since || since > office.Today) return SupervisionRefusals.Missing("since", "请填写建立日期，不晚于今天。");
        if (NoMembers(input.Members) is { } no) return no;
        var mechanism = new Mechanism { Id = office.Ids.Next(), UnitId = office.Actor.HomeUnitId, Kind = kind.Id, Title = input.Title.Trim(), Since = since, Members = input.Members.Trim(), KeptBy = office.Actor.Name, At = office.Now };
        office.Db.Add(mechanism);
        await SayAsync(mechanism, $"建立{kind.Word}：{mechanism.Title}", null, cancel);
        return mechanism.Id;
    }, cancel);

    public Task<Outcome<Done>> SetMembersAsync(long id, string members, string? once, CancellationToken cancel) => ActAsync(id, once, mechanism =>
    {
        if (NoMembers(members) is { } no) return no;
        mechanism.Members = members.Trim();
        return ("调整名册", null);
    }, cancel);

    public Task<Outcome<Done>> HoldAsync(long id, string on, string conclusion, string? once, CancellationToken cancel) => ActAsync(id, once, mechanism =>
    {
        if (DocketInput.Day(on) is not { } day || day > office.Today || day < mechanism.Since) return SupervisionRefusals.Missing("heldOn", $"请填写开展日期，在{mechanism.Since:yyyy年M月d日}和今天之间。");
        if (conclusion.Trim().Length is 0 or > 1000) return SupervisionRefusals.Missing("conclusion", "请写明研判了什么、定了什么，最多1000字。");
        office.Db.Add(new MechanismHeld { Id = office.Ids.Next(), MechanismId = mechanism.Id, On = day, Conclusion = conclusion.Trim(), RecordedBy = office.Actor.Name });
        if (mechanism.LastOn is null || mechanism.LastOn < day) mechanism.LastOn = day;
        return ($"{day:M月d日}开展一次", conclusion.Trim());
    }, cancel);

    public Task<Outcome<Done>> RaiseAsync(long id, TopicInput topic, string? once, CancellationToken cancel) => ActAsync(id, once, mechanism =>
    {
        if (topic.Text.Trim().Length is 0 or > 500) return SupervisionRefusals.Missing("text", "请写明议题或问题，最多500字。");
        if (topic.Who.Trim().Length is 0 or > 120) return SupervisionRefusals.Missing("who", "请写明由谁负责，最多120字。");
        if (topic.Exchange.Length > 0 && !office.Rules.Value(MechanismRules.Exchanges).Contains(topic.Exchange)) return SupervisionRefusals.Missing("exchange", "请从列出的互动方式中选择，或不选。");
        if (DocketInput.Day(topic.On) is not { } on || on > office.Today) return SupervisionRefusals.Missing("on", "请填写提出日期，不晚于今天。");
        office.Db.Add(new MechanismTopic { Id = office.Ids.Next(), MechanismId = mechanism.Id, Text = topic.Text.Trim(), Who = topic.Who.Trim(), Exchange = topic.Exchange, RaisedOn = on, RecordedBy = office.Actor.Name });
        return ("列入议题", topic.Text.Trim());
    }, cancel);

    public async Task<Outcome<Done>> SettleAsync(long id, long topicId, string result, string? once, CancellationToken cancel)
    {
        var topic = await office.Db.Set<MechanismTopic>().SingleOrDefaultAsync(t => t.Id == topicId && t.MechanismId == id, cancel);
        var answered = await office.Db.Set<TopicAnswer>().Where(a => a.TopicId == topicId).Select(a => a.Level).ToListAsync(cancel);
        return await ActAsync(id, once, mechanism =>
        {
            if (topic is null) return Refusal.NotFound("这个议题");
            if (LevelsOf(mechanism).Except(answered).ToList() is { Count: > 0 } silent) return new Refusal("supervision.topic-levels", $"同题共答：{string.Join('、', silent)}级还没有答复，答复齐了再销项。") { Kind = RefusalKind.Conflict };
            if (topic.SettledOn is { } done) return new Refusal("supervision.topic-settled", $"这个议题{done:M月d日}已经销项。又出现的问题，请另列一个议题。") { Kind = RefusalKind.Conflict };
            if (result.Trim().Length is 0 or > 1000) return SupervisionRefusals.Missing("result", "请写明怎样解决的，最多1000字。");
            (topic.Result, topic.SettledOn) = (result.Trim(), office.Today);
            return ($"议题销项：{topic.Text}", result.Trim());
        }, cancel);
    }

    /// 同题共答: one level's answer, which may be put better as long as the topic is open.
    public async Task<Outcome<Done>> AnswerAsync(long id, long topicId, AnswerInput input, string? once, CancellationToken cancel)
    {
        var topic = await office.Db.Set<MechanismTopic>().SingleOrDefaultAsync(t => t.Id == topicId && t.MechanismId == id, cancel);
        var answer = await office.Db.Set<TopicAnswer>().SingleOrDefaultAsync(a => a.TopicId == topicId && a.Level == input.Level, cancel);
        return await ActAsync(id, once, mechanism =>
        {
            if (topic is null) return Refusal.NotFound("这个议题");
            if (topic.SettledOn is not null) return new Refusal("supervision.topic-settled", "这个议题已经销项，不再补答。") { Kind = RefusalKind.Conflict };
            if (!LevelsOf(mechanism).Contains(input.Level, StringComparer.Ordinal)) return SupervisionRefusals.Missing("level", "请选择是哪一级的答复。");
            if (input.Who.Trim().Length is 0 or > 120) return SupervisionRefusals.Missing("answerWho", "请写明答复单位，最多120字。");
            if (input.Text.Trim().Length is 0 or > 2000) return SupervisionRefusals.Missing("answer", "请写明答复内容，最多2000字。");
            if (answer is null) office.Db.Add(answer = new TopicAnswer { TopicId = topicId, Level = input.Level, Who = "", Text = "", RecordedBy = "" });
            (answer.Who, answer.Text, answer.On, answer.RecordedBy) = (input.Who.Trim(), input.Text.Trim(), office.Today, office.Actor.Name);
            return ($"{input.Level}级答复议题：{topic.Text}", answer.Text);
        }, cancel);
    }

    private IReadOnlyList<string> LevelsOf(Mechanism mechanism) => office.Rules.Value(MechanismRules.Kinds).FirstOrDefault(k => k.Id == mechanism.Kind)?.Levels ?? [];

    public Task<Outcome<Done>> EndAsync(long id, string? once, CancellationToken cancel) => ActAsync(id, once, mechanism =>
    {
        mechanism.EndedOn = office.Today;
        return ("结束", null);
    }, cancel);

    public static IQueryable<Mechanism> Mine(Office office)
    {
        var unit = office.Actor.HomeUnitId;
        return office.Db.Set<Mechanism>().Where(m => m.UnitId == unit);
    }

    private static Refusal? NoMembers(string members) => members.Trim().Length is 0 or > 4000 ? SupervisionRefusals.Missing("members", "请列出名册，一行一人或一个单位，最多4000字。") : null;

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<Mechanism, Outcome<(string Text, string? Quote)>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("登记督查机制");
        if (await Mine(office).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } mechanism) return Refusal.NotFound("这个督查机制");
        if (mechanism.EndedOn is { } ended) return new Refusal("supervision.mechanism-ended", $"这个机制{ended:yyyy年M月d日}已经结束，不再登记。要恢复的，请重新建立。") { Kind = RefusalKind.Conflict };
        var done = act(mechanism);
        if (!done.Succeeded) return done.Refusal;
        (mechanism.KeptBy, mechanism.At) = (office.Actor.Name, office.Now);
        await SayAsync(mechanism, $"{mechanism.Title}：{done.Value.Text}", done.Value.Quote, cancel);
        return Done.Yes;
    }, cancel);

    private Task SayAsync(Mechanism mechanism, string text, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Platform.Trail.Act("supervision.mechanism", text) { Quote = quote, Changes = new { mechanism.Id } }, office.Ids, office.Now, cancel);
}
