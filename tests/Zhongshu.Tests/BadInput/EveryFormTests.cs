using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// Every form of every page, filled in wrongly by somebody who may open it, through the real host.
public sealed class EveryFormTests : IAsyncLifetime
{
    private const string Script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    private TestOffice _office = null!;
    private string _code = "";

    public async Task InitializeAsync()
    {
        _office = await TestOffice.StartAsync();
        _code = await EveryPage.RegisterAsync(_office);
    }

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task script_in_every_text_field_is_shown_as_text_wherever_it_comes_up_again()
    {
        var faults = await FillAllAsync(field => field is IHtmlSelectElement ? null : Script);

        foreach (var (login, path, _) in await EveryPage.OfAsync(_office, _code)) faults.AddRange(Running(await GetAsync(login, path), path));
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task ten_thousand_characters_in_every_text_field_break_nothing_and_nothing_longer_than_its_column_is_kept()
    {
        var faults = await FillAllAsync(field => field is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "tel" or "email" or "password" } ? new string('关', 10_000) : null);

        faults.AddRange(await _office.ActAsAsync(null, o => TooLongAsync(o.Db)));
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Theory]
    [InlineData("9999-99-99", "-99999999999999999999", "no-such-code")]
    [InlineData("0001-01-01", "99999999999999999999", "-1")]
    public async Task dates_and_figures_out_of_range_and_unknown_codes_are_answered_in_words(string day, string figure, string code)
    {
        var faults = await FillAllAsync(field => field switch
        {
            IHtmlSelectElement => code,
            IHtmlInputElement { Type: "date" or "datetime-local" or "time" or "month" } => day,
            IHtmlInputElement { Type: "number" } => figure,
            IHtmlInputElement input when input.GetAttribute("inputmode") is "numeric" or "decimal" => figure,
            _ => "试",
        });

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task a_form_whose_hidden_numbers_were_tampered_with_is_answered_in_words()
    {
        var faults = await FillAllAsync(_ => "试", hidden => "x-" + hidden);

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    /// Fills in and sends each form; what is answered without a word, or with a failure, is a fault.
    private async Task<List<string>> FillAllAsync(Func<IElement, string?> fill, Func<string, string>? tamper = null)
    {
        var faults = new List<string>();
        var sent = 0;
        foreach (var (login, path, _) in await EveryPage.OfAsync(_office, _code))
        {
            var page = await GetAsync(login, path);
            if ((int)page.Status >= 500) faults.Add($"{path}: {(int)page.Status}");
            var forms = EveryPage.FormsOf(page).Count();
            for (var i = 0; i < forms; i++)
            {
                // Sending one form may have changed the page of the next.
                var fresh = i == 0 ? page : await GetAsync(login, path);
                if (EveryPage.FormsOf(fresh).ElementAtOrDefault(i) is not { } form) continue;
                var answer = await SendAsync(login, path, form, fill, tamper);
                sent++;
                if (Fault(answer) is { } fault) faults.Add($"{path} as {login}, form {form.GetAttribute("action")}: {fault}");
                faults.AddRange(Running(answer, path));
            }
        }

        sent.ShouldBeGreaterThan(40);
        return faults;
    }

    private async Task<Answer> SendAsync(string login, string path, IHtmlFormElement form, Func<IElement, string?> fill, Func<string, string>? tamper)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in form.Elements)
        {
            if (field.GetAttribute("name") is not { Length: > 0 } name || field is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" }) continue;
            var own = field switch { IHtmlInputElement input => input.Value, IHtmlSelectElement select => select.Value ?? "", IHtmlTextAreaElement area => area.Value, _ => null };
            if (field is IHtmlButtonElement button)
            {
                if (fields.All(f => f.Key != name)) fields.Add(new(name, button.Value));
            }
            else if (EveryPage.IsAsked(field))
            {
                fields.Add(new(name, fill(field) ?? own ?? ""));
            }
            else
            {
                fields.Add(new(name, tamper is null || name.StartsWith('_') ? own ?? "" : tamper(own ?? "")));
            }
        }

        _office.Clock.Advance(TimeSpan.FromSeconds(1));
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : path;
        var browser = await BrowserAsync(login);
        return await browser.PostAsync(target, [.. fields.Select(f => (f.Key, f.Value))]);
    }

    private static string? Fault(Answer answer) => (int)answer.Status switch
    {
        >= 500 => $"{(int)answer.Status}",
        >= 400 when !EveryPage.Speaks(answer.Text) => $"{(int)answer.Status} without a word",
        200 when answer.Page.QuerySelector("[role=alert], .field-error, .callout, .refusal, .faults") is null => "came back without saying why",
        _ => null,
    };

    private static IEnumerable<string> Running(Answer answer, string path) =>
        answer.Page.QuerySelectorAll("script, img[onerror]").Where(e => e.LocalName == "img" || e.TextContent.Contains("alert(1)", StringComparison.Ordinal)).Select(e => $"{path} runs what was typed: {e.OuterHtml}");

    private static async Task<List<string>> TooLongAsync(DbContext db)
    {
        var faults = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            foreach (var column in entity.GetProperties().Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is not null))
            {
                var (table, name) = (entity.GetTableName(), column.GetColumnName());
                // Names of the model's own.
                var sql = $"SELECT coalesce(max(length({name})), 0) AS \"Value\" FROM {table}";
                var longest = await db.Database.SqlQueryRaw<int>(sql).SingleAsync();
                if (longest > column.GetMaxLength()) faults.Add($"{table}.{name} holds {longest} characters of {column.GetMaxLength()}");
            }
        }

        return faults;
    }

    private readonly Dictionary<string, TestBrowser> _browsers = [];

    private async Task<TestBrowser> BrowserAsync(string login) => _browsers.TryGetValue(login, out var known) ? known : _browsers[login] = await _office.SignedInAsAsync(login);

    private async Task<Answer> GetAsync(string login, string path)
    {
        _office.Clock.Advance(TimeSpan.FromSeconds(1));
        var browser = await BrowserAsync(login);
        var answer = await browser.GetAsync(path);
        // What was sent before may have ended the session (a new password, an account that was changed).
        if (answer.Location?.StartsWith("/sign-in", StringComparison.Ordinal) != true) return answer;
        _browsers.Remove(login);
        return await (await BrowserAsync(login)).GetAsync(path);
    }
}
