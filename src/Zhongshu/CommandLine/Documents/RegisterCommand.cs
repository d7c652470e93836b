using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;

namespace Zhongshu.CommandLine.Documents;

/// register --as LOGIN: one document from options, or many from JSON lines on standard input (--json).
internal static class RegisterCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter() } };

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--as", "--title", "--sender", "--number", "--date", "--kind", "--urgency", "--classification", "--answer-by"], "--json", "--despite-duplicate");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        await using var office = await OpenOffice.PreparedAsync(read.Value.Settings);
        var actor = await office.ActorAsync(read.Value["--as"]);
        if (!actor.Succeeded) return await terminal.RefuseAsync(actor.Refusal);
        if (!actor.Value.May("incoming.register")) return await terminal.RefuseAsync(Refusal.Forbidden("登记来文"));
        var exit = Terminal.Well;
        await foreach (var form in FormsAsync(read.Value, terminal))
        {
            await using var scope = office.Scope(actor.Value);
            var outcome = form.Succeeded ? await scope.ServiceProvider.GetRequiredService<RegisterDocument>().RunAsync(form.Value, default) : form.Refusal;
            if (outcome.Succeeded)
            {
                await terminal.Out.WriteLineAsync(outcome.Value.RegistryNumber);
                continue;
            }

            await terminal.Error.WriteLineAsync($"未登记：{outcome.Refusal.Message}");
            exit = Terminal.Refused;
        }

        return exit;
    }

    private static async IAsyncEnumerable<Outcome<RegisterForm>> FormsAsync(Arguments arguments, Terminal terminal)
    {
        if (!arguments.Has("--json"))
        {
            yield return FromOptions(arguments);
            yield break;
        }

        while (await terminal.In.ReadLineAsync() is { } line)
            if (line.Trim().Length > 0) yield return FromLine(line);
    }

    private static Outcome<RegisterForm> FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<RegisterForm>(line, Json) is { } form ? form : new Refusal("command.json", "这一行没有内容。请每行写一件来文的 JSON。");
        }
        catch (JsonException fault)
        {
            return new Refusal("command.json", $"这一行不是正确的 JSON（{fault.Path}）。");
        }
    }

    private static Outcome<RegisterForm> FromOptions(Arguments arguments)
    {
        if (!Date(arguments["--date"], out var date)) return new Refusal("command.date", "成文日期请写成 2026-11-23。");
        if (!Date(arguments["--answer-by"], out var answerBy)) return new Refusal("command.date", "要求办结日期请写成 2026-11-23。");
        if (!Enum.TryParse<IncomingKind>(arguments["--kind"] ?? "Document", ignoreCase: true, out var kind)) return new Refusal("command.kind", $"来文方式可用：{string.Join("、", Enum.GetNames<IncomingKind>())}。");
        if (!Enum.TryParse<Urgency>(arguments["--urgency"] ?? "Routine", ignoreCase: true, out var urgency)) return new Refusal("command.urgency", $"紧急程度可用：{string.Join("、", Enum.GetNames<Urgency>())}。");
        if (!int.TryParse(arguments["--classification"] ?? "0", CultureInfo.InvariantCulture, out var classification)) return new Refusal("command.classification", "密级请写 0（无）、1（秘密）、2（机密）、3（绝密）。");
        return new RegisterForm
        {
            Kind = kind,
            Title = arguments["--title"] ?? "",
            Sender = arguments["--sender"] ?? "",
            DocumentNumber = arguments["--number"] ?? "",
            DocumentDate = date,
            Urgency = urgency,
            Classification = classification,
            AnswerBy = answerBy,
            DespiteDuplicate = arguments.Has("--despite-duplicate"),
        };
    }

    private static bool Date(string? text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return text is null || date is not null;
    }
}
