using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// What the last piece of a sender was like: offered for the next one.
internal sealed record LastOfSender(string Kind, string Addressee, string Urgency, string DocumentNumber);

/// The senders that this registry knows, the frequent ones first.
internal static class KnownSenders
{
    private const int Recent = 2000;
    private const int Most = 200;

    public static async Task<IReadOnlyList<string>> ListAsync(Office office, CancellationToken cancel)
    {
        var frequent = await office.Db.Set<IncomingDocument>().AsNoTracking()
            .Where(d => d.UnitId == office.Actor.HomeUnitId).OrderByDescending(d => d.MatterId).Take(Recent)
            .GroupBy(d => d.Sender).Select(g => new { Sender = g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).Take(Most).Select(g => g.Sender).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        var units = book.Units.Where(u => u.Kind != Platform.Organisation.UnitKind.Section && u.Kind != Platform.Organisation.UnitKind.Own && (u.Until is null || u.Until >= office.Today)).OrderBy(u => u.SortOrder).ThenBy(u => u.Id).Select(u => u.Name);
        return [.. frequent.Concat(units).Distinct().Take(Most)];
    }

    public static async Task<LastOfSender?> LastAsync(Office office, string sender, CancellationToken cancel)
    {
        var last = await office.Db.Set<IncomingDocument>().AsNoTracking().Where(d => d.Sender == sender.Trim())
            .OrderByDescending(d => d.MatterId).Select(d => new { d.Kind, d.Addressee, d.Urgency, d.DocumentNumber }).FirstOrDefaultAsync(cancel);
        return last is null ? null : new(IdOf(office.Rules, last.Kind), last.Addressee, WordOf(office.Rules, (int)last.Urgency), last.DocumentNumber);
    }

    public static string IdOf(RuleBook rules, IncomingKind kind) => rules.Value(IncomingRules.Kinds)[(int)kind - 1].Id;

    public static string WordOf(RuleBook rules, int urgency) => rules.Value(DeadlineRules.Urgencies).First(u => u.Rank == urgency).Word;
}
