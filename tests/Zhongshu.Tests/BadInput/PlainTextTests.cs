using Microsoft.EntityFrameworkCore;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Zhongshu.Modules.Improvements.Retreats;
using Zhongshu.Platform.Database;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// Control characters and line breaks in what is sent, on the database that keeps no U+0000.
public sealed class PlainTextTests
{
    private const string Opinion = "急件两级核稿";

    [PostgresFact]
    public async Task A_null_is_left_out_of_an_address_and_told_of_a_form_and_to_a_program()
    {
        await using var office = await TestOffice.StartAsync(DatabaseEngine.Postgres);
        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync("/search?q=%00%E6%B0%B4%E5%88%A9")).Status.ShouldBe(HttpStatusCode.OK);
        var form = await director.SubmitAsync(await director.GetAsync("/improvements"), "#retreat", ("title", "下半年\0务虚会"), ("on", "2026-11-20"));
        (form.Status, EveryPage.Speaks(form.Text)).ShouldBe((HttpStatusCode.BadRequest, true));
        (await office.ActAsAsync("director", o => o.Db.Set<Retreat>().CountAsync())).ShouldBe(0);

        var program = await office.TokenAsync("director");
        using var refused = await program.PostAsJsonAsync(new Uri("/api/v1/improvements/retreats", UriKind.Relative), new { title = "明年\0务虚会", on = "2026-11-21" });
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rule").GetString().ShouldBe("platform.characters");
    }

    [Fact]
    public async Task A_line_break_is_one_character_as_the_page_counts_it()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        var retreat = (await director.SubmitAsync(await director.GetAsync("/improvements"), "#retreat", ("title", "务虚会"), ("on", "2026-11-20"))).Location.ShouldNotBeNull();
        // As long as the field takes: a thousand characters with their hundred line breaks.
        var text = string.Concat(Enumerable.Repeat(Opinion + "想好了\r\n", 100)).TrimEnd();
        (await director.SubmitAsync(await director.GetAsync(retreat), "#opine", ("question", "当下怎么干"), ("text", text))).Location.ShouldBe(retreat);
        (await office.ActAsAsync("director", o => o.Db.Set<RetreatOpinion>().Select(r => r.Text).SingleAsync())).ShouldBe(text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
