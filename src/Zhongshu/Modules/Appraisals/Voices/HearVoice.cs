using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Appraisals.Voices;

public sealed record VoiceInput(string Source, string Unit, string On, string Who, string Opinion, string Need, string Mark);

/// 听取服务对象反映 and take it back into the work.
internal sealed class HearVoice(Office office)
{
    public Task<Outcome<long>> AddAsync(VoiceInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("登记服务对象反映");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (office.Rules.Value(VoiceRules.Sources).FirstOrDefault(s => s.Id == input.Source) is not { } source) return Missing("source", "请选择从哪里听到的。");
        if (UnitCircle.Find(book, keeper, input.Unit, office.Today) is not { } unit) return Missing("unit", "请从列出的单位中选择是谁的服务。");
        if (!DateOnly.TryParseExact(input.On, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) || on > office.Today || on.Year < office.Today.Year - 1) return Missing("on", "请填写日期，不晚于今天。");
        if (input.Who.Trim().Length is 0 or > 120) return Missing("who", "请写明是谁反映的：机构、企业或哪类群众，最多120字。");
        if (input.Opinion.Trim().Length > 1000 || input.Need.Trim().Length > 1000) return Missing("opinion", "意见建议和需要各最多1000字。");
        int? mark = int.TryParse(input.Mark, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given <= 100 ? given : null;
        if (input.Mark.Trim().Length > 0 && mark is null) return Missing("mark", "满意度请填0到100的整数，没有问的不填。");
        if (input.Opinion.Trim().Length == 0 && input.Need.Trim().Length == 0 && mark is null) return Missing("opinion", "意见建议、需要、满意度至少要有一项。");
        var voice = new Voice { Id = office.Ids.Next(), KeeperId = keeper, UnitId = unit.Id, Source = source.Id, On = on, Who = input.Who.Trim(), Opinion = input.Opinion.Trim(), Need = input.Need.Trim(), Mark = mark, RecordedBy = office.Actor.Name, At = office.Now };
        office.Db.Add(voice);
        await SayAsync($"登记服务对象反映（{source.Word}）：{unit.ShortName}", voice.Opinion.Length > 0 ? voice.Opinion : null, cancel);
        return voice.Id;
    }, cancel);

    /// 反馈到流程: what was changed in the work, and where; what only gave a mark asks for nothing.
    public Task<Outcome<Done>> AnswerAsync(long id, string stage, string answer, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("登记改进");
        if (await Kept(office, await office.BookAsync(cancel)).SingleOrDefaultAsync(v => v.Id == id, cancel) is not { } voice) return Refusal.NotFound("这条反映");
        if (voice.AnsweredOn is { } on) return new Refusal("appraisals.voice-answered", $"这条反映{on:M月d日}已经改进。") { Kind = RefusalKind.Conflict };
        if (!office.Rules.Value(VoiceRules.Stages).Contains(stage, StringComparer.Ordinal)) return Missing("stage", "请选择改在哪个环节。");
        if (answer.Trim().Length is 0 or > 1000) return Missing("answer", "请写明流程上怎样改了，最多1000字。");
        (voice.Stage, voice.Answer, voice.AnsweredOn) = (stage, answer.Trim(), office.Today);
        await SayAsync($"服务对象反映改进到流程：{stage}", voice.Answer, cancel);
        return Done.Yes;
    }, cancel);

    public static IQueryable<Voice> Kept(Office office, OrganisationBook book)
    {
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        return office.Db.Set<Voice>().Where(v => v.KeeperId == keeper);
    }

    /// 三源: the sources from which nothing was heard in these days.
    public static async Task<IReadOnlyList<string>> SilentAsync(Office office, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var heard = await Kept(office, await office.BookAsync(cancel)).Where(v => v.On >= days.From && v.On <= days.To).Select(v => v.Source).Distinct().ToListAsync(cancel);
        return [.. office.Rules.Value(VoiceRules.Sources).Where(s => !heard.Contains(s.Id)).Select(s => s.Word)];
    }

    private static Refusal Missing(string field, string message) => new("appraisals.voice", message) { Field = field };

    private Task SayAsync(string text, string? quote, CancellationToken cancel) => office.Db.RecordPlatformAsync(new Act("appraisals.voice", text) { Quote = quote }, office.Ids, office.Now, cancel);
}
