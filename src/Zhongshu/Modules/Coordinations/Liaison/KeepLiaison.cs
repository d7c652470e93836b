using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Coordinations.Liaison;

public sealed record LiaisonInput
{
    public string Kind { get; init; } = "";

    public string On { get; init; } = "";

    public string Title { get; init; } = "";

    public string Partner { get; init; } = "";

    public string Media { get; init; } = "";

    public int Pieces { get; init; }

    public string Text { get; init; } = "";

    public string Result { get; init; } = "";
}

/// How many entries and pieces of a kind in a year, and how many wait for a result.
public sealed record LiaisonTally(LiaisonKind Kind, int Entries, int Pieces, int Open);

/// 联络登记: each organ keeps its own; a register for itself, not for those above or below.
internal sealed class KeepLiaison(Office office)
{
    public Task<Outcome<long>> AddAsync(LiaisonInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!MayWrite) return Refusal.Forbidden("登记联络事项");
        if (office.Rules.LiaisonKindOf(input.Kind) is not { } kind) return CoordinationRefusals.Missing("kind", "请选择种类。");
        if (CoordinationInput.Day(input.On) is not { } on || on > office.Today.AddMonths(6) || on < office.Today.AddYears(-5)) return CoordinationRefusals.Missing("on", "请填写日期，写成 2026-01-31 的样子，预定的不晚于半年后。");
        if (input.Title.Length is 0 or > CoordinationLimits.Title) return CoordinationRefusals.Missing("title", $"请填写事项，最多{CoordinationLimits.Title}字。");
        if (input.Partner.Length is 0 or > 120) return CoordinationRefusals.Missing("partner", "请填写对方单位或来宾，最多120字。");
        if (kind.HasMedia && input.Media.Length == 0) return CoordinationRefusals.Missing("media", $"{kind.Word}须填写媒体或平台。");
        if (input.Media.Length > 120) return CoordinationRefusals.Missing("media", "媒体最多120字。");
        if (kind.CountsPieces ? input.Pieces is < 1 or > 100_000 : input.Pieces != 0) return CoordinationRefusals.Missing("pieces", kind.CountsPieces ? $"{kind.Word}须填写篇数，1到100000。" : $"{kind.Word}不计篇数，请填0。");
        if (input.Text.Length is 0 or > CoordinationLimits.Text) return CoordinationRefusals.Missing("text", $"请写明内容和安排，最多{CoordinationLimits.Text}字。");
        if (input.Result.Length > CoordinationLimits.Words) return CoordinationRefusals.Missing("result", $"结果最多{CoordinationLimits.Words}字。");
        var entry = new LiaisonEntry { Id = office.Ids.Next(), KeeperId = office.Actor.HomeUnitId, Kind = kind.Id, On = on, Title = input.Title, Partner = input.Partner, Media = input.Media, Pieces = input.Pieces, Text = input.Text, Result = input.Result, SettledOn = input.Result.Length > 0 ? office.Today : null, UnitId = office.Actor.UnitId, PersonName = office.Actor.Name };
        office.Db.Add(entry);
        await SayAsync(entry, $"登记{kind.Word}：{entry.Title}", cancel);
        return entry.Id;
    }, cancel);

    /// 结果: how it went, or how a 舆情 was dealt with.
    public Task<Outcome<Done>> SettleAsync(long id, string result, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!MayWrite) return Refusal.Forbidden("登记联络事项");
        if (await Mine().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } entry) return Refusal.NotFound("这项登记");
        if (entry.SettledOn is not null) return new Refusal("coordination.settled", "这项登记已经写过结果。又有新情况的，请另行登记。") { Kind = RefusalKind.Conflict };
        if (result.Length is 0 or > CoordinationLimits.Words) return CoordinationRefusals.Missing("result", $"请写明结果，最多{CoordinationLimits.Words}字。");
        (entry.Result, entry.SettledOn) = (result, office.Today);
        await SayAsync(entry, $"“{entry.Title}”登记结果", cancel);
        return Done.Yes;
    }, cancel);

    public IQueryable<LiaisonEntry> Mine()
    {
        var home = office.Actor.HomeUnitId;
        return office.Db.Set<LiaisonEntry>().Where(e => e.KeeperId == home);
    }

    public bool MayWrite => office.Actor.May(CoordinationsModule.Manage) || office.Actor.May(CoordinationsModule.TakePart);

    public async Task<IReadOnlyList<LiaisonTally>> TallyAsync(int year, CancellationToken cancel)
    {
        var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var found = await Mine().Where(e => e.On >= from && e.On <= to).GroupBy(e => e.Kind).Select(g => new { g.Key, Entries = g.Count(), Pieces = g.Sum(e => e.Pieces), Open = g.Count(e => e.SettledOn == null) }).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, cancel);
        return [.. office.Rules.Value(CoordinationRules.LiaisonKinds).Select(k => found.TryGetValue(k.Id, out var g) ? new LiaisonTally(k, g.Entries, g.Pieces, g.Open) : new LiaisonTally(k, 0, 0, 0))];
    }

    private Task SayAsync(LiaisonEntry entry, string text, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("coordination.liaison", text) { Changes = new { entry.Id } }, office.Ids, office.Now, cancel);
}
