using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Appraisals.Schemes;

/// 制定方案并开始评分.
internal sealed class OpenScheme(Office office)
{
    public Task<Outcome<AppraisalScheme>> RunAsync(SchemeInput input, string? once, CancellationToken cancel) => office.WriteAsync<AppraisalScheme>(once, async () =>
    {
        if (!office.Actor.May(AppraisalsModule.Manage)) return Refusal.Forbidden("制定考核方案");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var rows = UnitCircle.Rows(book, keeper, office.Today).Select(u => u.Id).ToHashSet();
        input = input with { Units = [.. input.Units.Where(rows.Contains).Distinct()] };
        var decided = SchemeRules.Decide(input, Limits());
        if (!decided.Succeeded) return decided.Refusal;
        var scheme = new AppraisalScheme
        {
            Id = office.Ids.Next(),
            KeeperId = keeper,
            Title = input.Title.Trim(),
            FirstDay = input.From!.Value,
            LastDay = input.To!.Value,
            PartyWeights = string.Join(',', input.Parties),
            Warnings = Cut(string.Join('\n', decided.Value), 2000),
            Reason = Cut(input.Reason.Trim(), 1000),
            At = office.Now,
            PersonName = office.Actor.Name,
        };
        office.Db.Add(scheme);
        for (var i = 0; i < input.Indicators.Count; i++)
        {
            var indicator = input.Indicators[i];
            office.Db.Add(new AppraisalIndicator { Id = office.Ids.Next(), SchemeId = scheme.Id, Place = i + 1, Title = indicator.Title.Trim(), Weight = indicator.Weight, Figure = indicator.Figure ?? "", Full = indicator.Full, None = indicator.None, IsOutside = indicator.Outside, PostName = (indicator.Post ?? "").Trim(), IsVeto = indicator.Veto });
        }

        office.Db.AddRange(input.Units.Select(u => new AppraisedUnit { SchemeId = scheme.Id, UnitId = u }));
        await office.Db.RecordPlatformAsync(new Act("appraisals.opened", $"开展{scheme.Title}，{input.Units.Count}个单位，{input.Indicators.Count}项指标") { Quote = scheme.Reason.Length > 0 ? scheme.Reason : null, Changes = new { scheme.Id, scheme.PartyWeights, Warnings = decided.Value } }, office.Ids, office.Now, cancel);
        return scheme;
    }, cancel);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    private SchemeLimits Limits() => new(FiguresTaken.Ids.ToHashSet(StringComparer.Ordinal), office.Rules.Value(AppraisalRules.Warned), office.Rules.Value(AppraisalRules.MostIndicators), office.Rules.Value(AppraisalRules.ValueWords)) { VetoWords = office.Rules.Value(AppraisalRules.VetoWords) };
}
