using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;
using Zhongshu.Typesetting;

namespace Zhongshu.Modules.Coordinations.Bulletins;

public sealed record BulletinInput(string Addressee = "", string SentOn = "", string Work = "", string Needs = "");

/// Whom we have not told of our work for longer than the rule says; Since is the last time, null for never.
public sealed record BulletinOwed(string Addressee, DateOnly? Since, DateOnly DueOn)
{
    public bool IsOverdue(DateOnly today) => Since is null || DueOn < today;
}

/// 定期通报: to the Party committee, the people's congress, the government and the CPPCC, with what needs their coordinating.
internal sealed class KeepBulletin(Office office)
{
    public Task<Outcome<long>> SendAsync(BulletinInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May(CoordinationsModule.Manage)) return Refusal.Forbidden("登记定期通报");
        if (!office.Rules.Value(CoordinationRules.BulletinTo).Contains(input.Addressee, StringComparer.Ordinal)) return CoordinationRefusals.Missing("addressee", "请选择通报给谁。");
        if (CoordinationInput.Day(input.SentOn) is not { } on || on > office.Today || on < office.Today.AddYears(-2)) return CoordinationRefusals.Missing("sentOn", "请填写通报日期，不晚于今天。");
        if (input.Work.Length is 0 or > CoordinationLimits.Paper) return CoordinationRefusals.Missing("work", $"请写明通报了哪些工作，最多{CoordinationLimits.Paper}字。");
        if (input.Needs.Length > CoordinationLimits.Paper) return CoordinationRefusals.Missing("needs", $"需协调解决的事项最多{CoordinationLimits.Paper}字。");
        var bulletin = new Bulletin { Id = office.Ids.Next(), KeeperId = office.Actor.HomeUnitId, Addressee = input.Addressee, SentOn = on, Work = input.Work, Needs = input.Needs, SentBy = office.Actor.Name };
        office.Db.Add(bulletin);
        await SayAsync(bulletin, $"向{bulletin.Addressee}通报工作", cancel);
        return bulletin.Id;
    }, cancel);

    /// 对方答复
    public Task<Outcome<Done>> AnswerAsync(long id, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(CoordinationsModule.Manage)) return Refusal.Forbidden("登记定期通报");
        if (await Mine().SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } bulletin) return Refusal.NotFound("这次通报");
        if (bulletin.AnsweredOn is not null) return CoordinationRefusals.Answered;
        if (words.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("words", $"请写明对方怎样答复、怎样解决，最多{CoordinationLimits.Text}字。");
        (bulletin.Answer, bulletin.AnsweredOn) = (words, office.Today);
        await SayAsync(bulletin, $"登记{bulletin.Addressee}的答复", cancel);
        return Done.Yes;
    }, cancel);

    public IQueryable<Bulletin> Mine()
    {
        var home = office.Actor.HomeUnitId;
        return office.Db.Set<Bulletin>().Where(b => b.KeeperId == home);
    }

    /// Every addressee of the rule with when the next notification is due.
    public async Task<IReadOnlyList<BulletinOwed>> OwedAsync(CancellationToken cancel)
    {
        var last = await Mine().GroupBy(b => b.Addressee).Select(g => new { g.Key, On = g.Max(b => b.SentOn) }).ToDictionaryAsync(g => g.Key, g => (DateOnly?)g.On, StringComparer.Ordinal, cancel);
        var every = office.Rules.Value(CoordinationRules.BulletinEvery);
        return [.. office.Rules.Value(CoordinationRules.BulletinTo).Select(to => last.GetValueOrDefault(to) is { } on ? new BulletinOwed(to, on, on.AddMonths(every)) : new BulletinOwed(to, null, office.Today))];
    }

    /// What the sheets give for the next one: what was coordinated since, and what is asked of those above.
    public async Task<(string Work, string Needs)> DraftAsync(CancellationToken cancel)
    {
        var since = office.Today.AddMonths(-office.Rules.Value(CoordinationRules.BulletinEvery));
        var seen = CoordinationCircle.Seen(office, await office.BookAsync(cancel)).AsNoTracking();
        var done = await seen.Where(c => c.OpenedOn >= since || c.ClosedOn >= since).OrderBy(c => c.Id).Take(100).ToListAsync(cancel);
        var asked = await seen.Where(c => c.ClosedOn == null && c.AskedHigher != "").OrderBy(c => c.Id).Take(100).ToListAsync(cancel);
        return (
            string.Join('\n', done.Select(c => c.ClosedOn is null ? $"正在协调：{c.Title}。" : $"协调完成：{c.Title}，{c.Result.TrimEnd('。')}。")),
            string.Join('\n', asked.Select(c => $"{c.Title}：{c.AskedHigher.TrimEnd('。')}。")));
    }

    private Task SayAsync(Bulletin bulletin, string text, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("coordination.bulletin", text) { Changes = new { bulletin.Id } }, office.Ids, office.Now, cancel);
}

/// 工作通报 as a paper. Pure.
internal static class BulletinPaper
{
    public static OfficialDocument Of(Bulletin bulletin, string issuer) => new()
    {
        Title = $"{issuer}关于近期工作情况的通报",
        Recipients = bulletin.Addressee,
        Body =
        [
            Text("现将近期工作情况和需要协调解决的事项通报如下。"), Heading("一、近期工作"), .. Lines(bulletin.Work), Heading("二、需要协调解决的事项"),
            .. bulletin.Needs.Length == 0 ? [Text("暂无。")] : Lines(bulletin.Needs),
        ],
        SignOff = new SignOff { Style = SignOffStyle.Plain, Signatories = [issuer], Date = $"{bulletin.SentOn:yyyy年M月d日}" },
    };

    private static IEnumerable<Block> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Text);

    private static Paragraph Heading(string text) => new(1, [new TextRun(text, FontRole.HeiTi)]);

    private static Block Text(string text) => new Paragraph(0, [new TextRun(text)]);
}
