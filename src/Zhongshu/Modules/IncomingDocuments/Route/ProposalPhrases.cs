using System.Globalization;
using System.Text.RegularExpressions;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 拟办意见的统一制式: the office's sentences with what is known filled in; what is not stays in braces and must be filled before it is sent (M1-B33).
internal static partial class ProposalPhrases
{
    public static async Task<IReadOnlyList<string>> FilledAsync(Office office, Matter matter, IncomingDocument document, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var units = await RoutingQuery.ProposeAsync(office, document, cancel);
        var leaders = (await Holders.OfAsync(office, matter, "instruction", cancel)).Where(l => l.Why is not null).Select(l => Called(book, l, office.Today)).ToList();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        if (leaders.Count > 0) known["领导"] = string.Join('、', leaders.Take(2));
        if (units.Count > 0) known["承办"] = units[0].UnitName;
        if (units.Count > 1) known["会办"] = units[1].UnitName;
        if (IncomingFigures.DueAt(office, document, "lead-handling") is { } due) known["期限"] = OfficeDay.Of(due).ToString("M月d日", CultureInfo.InvariantCulture);
        return [.. office.Rules.Value(IncomingRules.Phrases).Select(p => known.Aggregate(p.Text, (text, k) => text.Replace($"{{{k.Key}}}", k.Value, StringComparison.Ordinal)))];
    }

    public static Refusal? RefusesBlanks(string? opinion) => Blank().Match(opinion ?? "") is { Success: true } blank
        ? new Refusal("incoming.phrase-blank", $"拟办意见里的“{blank.Value}”还没有填写。请填上后再提交。") { Field = "opinion" }
        : null;

    private static string Called(OrganisationBook book, Candidate leader, DateOnly day)
    {
        var person = book.Person(new Participant(leader.Participant).Id)!;
        return person.Name + (book.PostsOf(person.Id, day).FirstOrDefault()?.Name.Split('·')[0] ?? "");
    }

    [GeneratedRegex(@"\{(?:领导|承办|会办|期限|传阅|参会)\}")]
    private static partial Regex Blank();
}
