using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.CommandLine.Documents;

/// register --as LOGIN: one document from its files and options, or many from JSON lines on standard input (--json).
internal static class RegisterCommand
{
    public const string Usage =
        """
        用法：zhongshu register --as 登录名 文件… [选项]    附上文件；没有写的选项从第一个文件中读取
              zhongshu register --as 登录名 --title 标题 --sender 来文单位 [选项]
              zhongshu register --as 登录名 --json < 一行一件的 JSON
          --kind 来文方式         来文（默认）、来电、来函、传真、领导批示件、请示、报告，也可写 document、call 等代号
          --number 字号           来文字号
          --date 日期             成文日期，写成 2026-11-23
          --urgency 紧急程度      常规（默认）、平急、加急、特急
          --classification 密级   无（默认）、秘密、机密、绝密
          --addressee 主送        主送机关
          --pages 页数            页数
          --substance 摘要        内容摘要
          --answer-by 日期        要求办结日期，写成 2026-11-23
          --despite-duplicate     台账中已有同号来文也登记
        写出收文编号的就是登记好的。退出码：0 全部登记；2 有未登记的。
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, Converters = { new JsonStringEnumConverter() } };

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--as", "--title", "--sender", "--number", "--date", "--kind", "--urgency", "--classification", "--addressee", "--pages", "--substance", "--answer-by"], "--json", "--despite-duplicate");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Has("--json") && read.Value.Rest.Count > 0) return await terminal.RefuseAsync(new Refusal("command.file", "--json 从标准输入读，不能同时给文件。请去掉文件，或去掉 --json。"));
        await using var office = await OpenOffice.PreparedAsync(read.Value.Settings);
        var actor = await office.ActorAsync(read.Value["--as"]);
        if (!actor.Succeeded) return await terminal.RefuseAsync(actor.Refusal);
        if (!actor.Value.May("incoming.register")) return await terminal.RefuseAsync(Refusal.Forbidden("登记来文"));
        var exit = Terminal.Well;
        await using var reading = office.Scope(actor.Value);
        await foreach (var form in FormsAsync(read.Value, reading.ServiceProvider, terminal))
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

    private static async IAsyncEnumerable<Outcome<RegisterForm>> FormsAsync(Arguments arguments, IServiceProvider office, Terminal terminal)
    {
        var rules = office.GetRequiredService<Office>().Rules;
        if (!arguments.Has("--json"))
        {
            var basis = await FromFilesAsync(arguments.Rest, office);
            yield return basis.Succeeded ? FromOptions(arguments, rules, basis.Value) : basis.Refusal;
            yield break;
        }

        while (await terminal.In.ReadLineAsync() is { } line)
            if (line.Trim().Length > 0) yield return FromLine(line, rules);
    }

    /// The files taken in as the page takes them, and what the first of them says of itself.
    private static async Task<Outcome<RegisterForm>> FromFilesAsync(IReadOnlyList<string> paths, IServiceProvider office)
    {
        var taken = new List<ReceivedFile>();
        foreach (var path in paths)
        {
            if (!File.Exists(path)) return new Refusal("command.file", $"没有找到文件 {path}。请检查文件名。");
            await using var content = File.OpenRead(path);
            var file = await office.GetRequiredService<ReceiveFile>().RunAsync(content, Path.GetFileName(path), default);
            if (!file.Succeeded) return file.Refusal;
            taken.Add(file.Value);
        }

        if (taken is not [{ Document: { } document }, ..]) return new RegisterForm { Title = "", Sender = "", Files = [.. taken.Select(t => t.File.Id)] };
        var said = await office.GetRequiredService<ReadUploads>().SuggestAsync(document, default);
        return (said.Input with { Files = [.. taken.Select(t => t.File.Id)] }).Read(office.GetRequiredService<Office>().Rules);
    }

    private static Outcome<RegisterForm> FromLine(string line, RuleBook rules)
    {
        try
        {
            var written = JsonNode.Parse(line);
            if (Named(written, rules) is { } no) return no;
            return written.Deserialize<RegisterForm>(Json) is { } form ? form : new Refusal("command.json", "这一行没有内容。请每行写一件来文的 JSON。");
        }
        catch (JsonException fault)
        {
            return new Refusal("command.json", $"这一行不是正确的 JSON（{fault.Path}）。");
        }
    }

    /// Puts the number that the form knows in the place of a word.
    private static Refusal? Named(JsonNode? written, RuleBook rules)
    {
        if (written is not JsonObject fields) return null;
        if (Word(fields, "kind") is { } kind)
        {
            var known = SpokenWords.Kind(rules, kind);
            if (!known.Succeeded) return known.Refusal;
            fields["kind"] = (int)known.Value;
        }

        if (Word(fields, "urgency") is not { } urgency) return null;
        var rank = SpokenWords.Urgency(rules, urgency);
        if (!rank.Succeeded) return rank.Refusal;
        fields["urgency"] = (int)rank.Value;
        return null;
    }

    private static string? Word(JsonObject fields, string name) => fields[name] is JsonValue value && value.TryGetValue<string>(out var word) ? word : null;

    /// What is said goes before what was read.
    private static Outcome<RegisterForm> FromOptions(Arguments arguments, RuleBook rules, RegisterForm read)
    {
        if (!Date(arguments["--date"], out var date)) return new Refusal("command.date", "成文日期请写成 2026-11-23。");
        if (!Date(arguments["--answer-by"], out var answerBy)) return new Refusal("command.date", "要求办结日期请写成 2026-11-23。");
        var kind = arguments["--kind"] is { } kindSaid ? SpokenWords.Kind(rules, kindSaid) : read.Kind;
        var urgency = arguments["--urgency"] is { } urgencySaid ? SpokenWords.Urgency(rules, urgencySaid) : read.Urgency;
        var level = arguments["--classification"] is { } levelSaid ? SpokenWords.Level(levelSaid) : read.Classification;
        if ((kind.Refusal ?? urgency.Refusal ?? level.Refusal) is { } no) return no;
        var pages = read.Pages;
        if (arguments["--pages"] is { } counted && !int.TryParse(counted, NumberStyles.None, CultureInfo.InvariantCulture, out pages)) return new Refusal("command.pages", "页数请写一个整数。");
        return read with
        {
            Kind = kind.Value,
            Title = arguments["--title"] ?? read.Title,
            Sender = arguments["--sender"] ?? read.Sender,
            DocumentNumber = arguments["--number"] ?? read.DocumentNumber,
            DocumentDate = date ?? read.DocumentDate,
            Urgency = urgency.Value,
            Classification = level.Value,
            Addressee = arguments["--addressee"] ?? read.Addressee,
            Pages = pages,
            Substance = arguments["--substance"] ?? read.Substance,
            AnswerBy = answerBy ?? read.AnswerBy,
            DespiteDuplicate = arguments.Has("--despite-duplicate"),
        };
    }

    private static bool Date(string? text, out DateOnly? date)
    {
        date = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return text is null || date is not null;
    }
}
