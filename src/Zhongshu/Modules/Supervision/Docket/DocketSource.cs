using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision.Docket;

/// Where a docketing comes from, when that stands in the house: the instruction is taken from its opinion, never from a form.
internal static class DocketSource
{
    private const int Proposed = 3;
    private const string NamedInText = "文中点名";

    /// What the form would be filled in with, so that docketing is one confirmation.
    public static async Task<DocketInput> FilledAsync(Office office, string code, long opinionId, CancellationToken cancel)
    {
        if (await IncomingSource.ReadAsync(office, code, cancel) is not { } source) return new DocketInput();
        var opinion = await OpinionAsync(office, source.MatterId, opinionId, cancel);
        var book = await office.BookAsync(cancel);
        var lead = LeadOf(office, book, source, opinion?.Text ?? "");
        return new DocketInput
        {
            Title = TopicOf(source.Title),
            Source = opinion is null ? "superior" : "instruction",
            From = source.Code,
            Opinion = opinion is null ? "" : opinion.Id.ToString(CultureInfo.InvariantCulture),
            Quote = opinion?.Text ?? "",
            Leader = opinion?.PersonName ?? "",
            WrittenOn = opinion?.WrittenOn.ToString("O", CultureInfo.InvariantCulture) ?? "",
            Origin = OriginOf(source),
            Limit = source.Urgency >= Urgency.Urgent ? "urgent" : "routine",
            Reporting = source.Urgency == Urgency.Immediate ? "single" : "batch",
            Tasks = [new TaskInput { Title = TopicOf(source.Title), Lead = lead?.Name ?? "" }],
        };
    }

    /// Puts in what the house knows better than the form.
    public static async Task<Outcome<DocketForm>> CompleteAsync(Office office, DocketInput input, DocketForm form, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var leader = form.LeaderName.Length == 0 ? null : book.WithRole("leader", office.Actor.HomeUnitId, office.Today).Select(l => l.Person).FirstOrDefault(p => p.Name == form.LeaderName);
        form = form with { LeaderId = leader?.Id };
        if (input.From.Length == 0) return form;
        if (await IncomingSource.ReadAsync(office, input.From, cancel) is not { } source)
            return SupervisionRefusals.Missing("from", $"没有找到来源事项“{input.From}”，可能事项码有误，或不在您的知悉范围内。请核对或留空。");
        form = form with
        {
            FromMatterId = source.MatterId,
            WrittenByUnitId = source.SenderUnitId,
            Classification = await office.Db.Set<Matter>().Where(m => m.Id == source.MatterId).Select(m => m.Classification).SingleAsync(cancel),
            Urgency = source.Urgency,
            Origin = form.Origin.Length > 0 ? form.Origin : OriginOf(source),
        };
        if (input.Opinion.Length == 0) return form;
        if (!long.TryParse(input.Opinion, CultureInfo.InvariantCulture, out var id) || await OpinionAsync(office, source.MatterId, id, cancel) is not { } opinion)
            return SupervisionRefusals.Missing("quote", "没有找到这条批示，请返回来文重新选择。");
        return form with { OpinionId = opinion.Id, Quote = opinion.Text, LeaderId = opinion.PersonId, LeaderName = opinion.PersonName, WrittenOn = opinion.WrittenOn };
    }

    /// Which units a text points to: those it names, then those whose duties it touches.
    public static IReadOnlyList<(Unit Unit, string Why)> Propose(OrganisationBook book, string text, long homeUnitId, DateOnly day)
    {
        var open = Receivers.Choices(book, homeUnitId, day).ToList();
        var named = open.Where(u => text.Contains(u.ShortName, StringComparison.Ordinal) || text.Contains(u.Name, StringComparison.Ordinal)).Select(u => (u, NamedInText));
        var duties = DutyLibrary.Propose(book, text, day).Where(m => open.Exists(u => u.Id == m.Unit.Id)).Select(m => (m.Unit, $"职责：{m.Duty.Title}"));
        return [.. named.Concat(duties).DistinctBy(p => p.Item1.Id).Take(Proposed)];
    }

    /// Whom the instruction names; else who handles the paper; else whose duty it is.
    private static Unit? LeadOf(Office office, OrganisationBook book, IncomingSource source, string quote) =>
        Named(Propose(book, quote, office.Actor.HomeUnitId, office.Today)) ?? OfPaper(office, book, source);

    private static Unit? Named(IEnumerable<(Unit Unit, string Why)> proposals) => proposals.Where(p => p.Why == NamedInText).Select(p => p.Unit).FirstOrDefault();

    private static Unit? OfPaper(Office office, OrganisationBook book, IncomingSource source) =>
        source.LeadUnitId is { } id && book.Unit(id) is { } named && !(named.Until < office.Today) ? named
            : Propose(book, source.Title, office.Actor.HomeUnitId, office.Today).Select(p => p.Unit).FirstOrDefault();

    private static Task<Opinion?> OpinionAsync(Office office, long matterId, long opinionId, CancellationToken cancel) =>
        office.Db.Set<Opinion>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == opinionId && o.MatterId == matterId && o.Kind == OpinionKind.Instruction, cancel);

    private static string OriginOf(IncomingSource source) =>
        $"{source.Sender}《{source.Title}》{(source.DocumentNumber.Length > 0 ? $"（{source.DocumentNumber}）" : "")}";

    /// 关于……的通知 → ……
    private static string TopicOf(string title)
    {
        var topic = title.Trim();
        if (topic.IndexOf("关于", StringComparison.Ordinal) is var at and >= 0 and <= 30) topic = topic[(at + 2)..];
        foreach (var kind in Kinds) if (topic.EndsWith(kind, StringComparison.Ordinal) && topic.Length > kind.Length + 4) return topic[..^kind.Length];
        return topic;
    }

    private static readonly string[] Kinds = ["的通知", "的报告", "的请示", "的函", "的意见", "的批复", "的通报", "的决定"];
}
