using AngleSharp.Html.Dom;
using System.Net;
using Zhongshu.Tests.BadInput;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Organisation;

/// 通讯录: whom to call at units outside the house, by circle.
public sealed class ContactTests
{
    [Fact]
    [Trait("req", "M17-A18")]
    [Trait("req", "M19-B04")]
    public async Task contacts_of_all_five_circles_are_entered_once_and_found_by_everybody_under_their_circle_and_by_name()
    {
        await using var office = await TestOffice.StartAsync();
        var keeper = await office.SignedInAsAsync("sysadmin");
        var reader = await office.SignedInAsAsync("handler2");
        var circles = EveryPage.FormsOf(await keeper.GetAsync("/contacts/new")).Single().Elements.OfType<IHtmlSelectElement>().Single().Options.Select(o => (o.Value, Word: o.Text.Trim())).ToList();
        circles.Count.ShouldBe(5);

        foreach (var (value, word) in circles)
        {
            var form = EveryPage.FormsOf(await keeper.GetAsync("/contacts/new")).Single();
            var hidden = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden").Select(i => (i.Name!, i.Value));
            (await keeper.PostAsync("/contacts/new", [.. hidden, ("Form.Circle", value), ("Form.UnitName", $"试验单位（{word}）"), ("Form.PersonName", $"联络人{value}"), ("Form.Phone", "010-0000")])).Status.ShouldBe(HttpStatusCode.Found);
        }

        foreach (var (value, word) in circles)
        {
            var shown = await reader.GetAsync($"/contacts?circle={Uri.EscapeDataString(word)}&q={Uri.EscapeDataString("联络人")}");
            shown.Page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td")[2].TextContent).ShouldBe([$"联络人{value}"]);
        }
    }
}
