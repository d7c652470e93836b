using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.CommandLine.Documents;

/// ledger --as LOGIN: the incoming documents that this person sees, under the same filter as the page.
internal static class LedgerCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Filters = ["--state", "--kind", "--urgency", "--sender", "--q", "--from", "--to", "--lead"];

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read([.. args.Select(a => a == "--words" ? "--q" : a)], [.. Filters, "--as", "--limit"], "--json");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        var opened = OpenOffice.AsItIs(read.Value.Settings);
        if (!opened.Succeeded) return await terminal.RefuseAsync(opened.Refusal);
        await using var office = opened.Value;
        var actor = await office.ActorAsync(read.Value["--as"]);
        if (!actor.Succeeded) return await terminal.RefuseAsync(actor.Refusal);
        var left = read.Value["--limit"] is { } text && int.TryParse(text, out var limit) ? limit : int.MaxValue;
        await using var scope = office.Scope(actor.Value);
        var filter = Filter(read.Value);
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

    private static LedgerFilter Filter(Arguments arguments) => LedgerFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(
        QueryHelpers.AddQueryString("", Filters.Where(f => arguments[f] is not null).ToDictionary(f => f[2..], f => arguments[f])))));
}
