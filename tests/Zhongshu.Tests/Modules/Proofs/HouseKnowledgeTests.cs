using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Proofs.Contracts;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Findings;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Proofs;

/// 两个核对: what the house knows is compared with the text.
public sealed class HouseKnowledgeTests
{
    [Fact]
    [Trait("req", "M3-B19")]
    public async Task a_cited_document_is_compared_with_the_one_that_was_received_and_only_by_who_may_see_it()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于开展防汛检查的通知", Sender = "岚川省水利厅", DocumentNumber = "岚水发〔2026〕31号" })).Refusal.ShouldBeNull();

        var wrongTitle = await CheckAsync(scene, "registry", "按照《关于开展抗旱检查的通知》（岚水发〔2026〕31号）要求，请抓紧办理。");
        var wrongNumber = await CheckAsync(scene, "registry", "按照《关于开展防汛检查的通知》（岚水发〔2026〕13号）要求，请抓紧办理。");
        var right = await CheckAsync(scene, "registry", "按照《关于开展防汛检查的通知》（岚水发〔2026〕31号）要求，请抓紧办理。");
        var stranger = await CheckAsync(scene, "county", "按照《关于开展抗旱检查的通知》（岚水发〔2026〕31号）要求，请抓紧办理。");

        wrongTitle.Single(f => f.Rule == "consistency.known-title").Message.ShouldContain("关于开展防汛检查的通知");
        wrongNumber.Single(f => f.Rule == "consistency.known-number").Fix.ShouldBe("岚水发〔2026〕31号");
        right.ShouldNotContain(f => f.Rule.StartsWith("consistency.known", StringComparison.Ordinal));
        stranger.ShouldNotContain(f => f.Rule.StartsWith("consistency.known", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("req", "M3-A26")]
    [Trait("req", "M3-B20")]
    public async Task leaders_named_out_of_their_order_are_remarked_on_by_the_organisation_in_force()
    {
        await using var scene = await Scene.OpenAsync();
        var leaders = await scene.AsAsync("registry", async s =>
        {
            var office = s.GetRequiredService<Office>();
            var book = await office.BookAsync(default);
            return book.People.Where(p => p.Precedence is not null).OrderBy(p => p.Precedence).Select(p => p.Name).Take(2).ToList();
        });

        (await CheckAsync(scene, "registry", $"{leaders[1]}、{leaders[0]}出席会议。")).ShouldContain(f => f.Rule == "consistency.order");
        (await CheckAsync(scene, "registry", $"{leaders[0]}、{leaders[1]}出席会议。")).ShouldNotContain(f => f.Rule == "consistency.order");
    }

    private static Task<IReadOnlyList<Finding>> CheckAsync(Scene scene, string login, string text) => scene.AsAsync(login, async s =>
    {
        var check = await s.GetRequiredService<CheckText>().RunAsync(TextToCheck.Of("关于有关工作的通知\n各科室：\n" + text) with { IsDeep = false }, default);
        check.Refusal.ShouldBeNull();
        return check.Value.Findings;
    });
}
