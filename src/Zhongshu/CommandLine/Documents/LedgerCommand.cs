using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.CommandLine.Documents;

/// ledger --as LOGIN: the incoming documents that this person sees, under the same filter as the page.
internal static class LedgerCommand
{
    public const string Usage =
        """
        用法：zhongshu ledger --as 登录名 [选项]
          --state 状态            open（在办）、overdue（超期）、closed（已办结）、all（全部）
          --kind 来文方式         来文、来电、来函、传真、领导批示件、请示、报告
          --urgency 紧急程度      常规、平急、加急、特急
          --sender 来文单位、--words 词、--lead 主办科室编号
          --from 日期、--to 日期  收到的日期，写成 2026-01-31
          --limit 件数            最多列多少件
          --json                  一件一行 JSON
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Filters = ["--state", "--sender", "--q", "--from", "--to", "--lead"];

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read([.. args.Select(a => a == "--words" ? "--q" : a)], [.. Filters, "--kind", "--urgency", "--as", "--limit"], "--json");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (Refuses(read.Value) is { } no) return await terminal.RefuseAsync(no);
        var opened = OpenOffice.AsItIs(read.Value.Settings);
        if (!opened.Succeeded) return await terminal.RefuseAsync(opened.Refusal);
        await using var office = opened.Value;
        var actor = await office.ActorAsync(read.Value["--as"]);
        if (!actor.Succeeded) return await terminal.RefuseAsync(actor.Refusal);
        var left = read.Value["--limit"] is { } text && int.TryParse(text, out var limit) ? limit : int.MaxValue;
        await using var scope = office.Scope(actor.Value);
        var named = Named(read.Value, office.Get<RuleShelf>().Book);
        if (!named.Succeeded) return await terminal.RefuseAsync(named.Refusal);
        var filter = named.Value;
        while (left > 0)
        {
            var (rows, next) = await LedgerQuery.PageAsync(scope.ServiceProvider.GetRequiredService<Office>(), filter, Math.Min(left, 1000), default);
            foreach (var row in rows) await terminal.Out.WriteLineAsync(read.Value.Has("--json") ? JsonSerializer.Serialize(row, Json) : Line(row));
            left -= rows.Count;
            if (next is null) break;
            filter = filter with { Before = next };
        }

        return Terminal.Well;
    }

    private static string Line(LedgerRow row) => string.Join('\t', row.Code, row.RegistryNumber, $"{OfficeDay.Local(row.ReceivedAt):yyyy-MM-dd}", row.Sender, row.DocumentNumber, row.Title, row.Stage.Length > 0 ? row.Stage : "已办结", row.Holder);

    /// A page shows what it understood; a script would take the whole ledger for what it asked.
    private static Refusal? Refuses(Arguments asked)
    {
        if (asked["--state"] is { } state && state is not ("open" or "overdue" or "closed" or "all")) return new Refusal("command.state", "--state 可用：open（在办）、overdue（超期）、closed（已办结）、all（全部）。");
        if (asked["--limit"] is { } limit && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0)) return new Refusal("command.limit", "--limit 请给一个正整数。");
        if (asked["--lead"] is { } lead && !long.TryParse(lead, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return new Refusal("command.lead", "--lead 请给主办科室的编号。");
        foreach (var option in (string[])["--from", "--to"])
            if (asked[option] is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return new Refusal("command.date", $"{option} 请写成 2026-01-31 的样子，现在是“{day}”。");
        return null;
    }

    /// With kind and urgency as people say them.
    private static Outcome<LedgerFilter> Named(Arguments asked, RuleBook rules)
    {
        var filter = LedgerFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(
            QueryHelpers.AddQueryString("", Filters.Where(f => asked[f] is not null).ToDictionary(f => f[2..], f => asked[f])))));
        if (asked["--kind"] is { } kindSaid)
        {
            var kind = SpokenWords.Kind(rules, kindSaid);
            if (!kind.Succeeded) return kind.Refusal;
            filter = filter with { Kind = kind.Value };
        }

        if (asked["--urgency"] is not { } urgencySaid) return filter;
        var urgency = SpokenWords.Urgency(rules, urgencySaid);
        return urgency.Succeeded ? filter with { Urgency = urgency.Value } : urgency.Refusal;
    }
}
