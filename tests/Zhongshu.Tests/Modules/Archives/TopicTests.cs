using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Ahead;
using Zhongshu.Modules.Archives.Products;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class TopicTests
{
    private static readonly TopicInput Fair = new("重大活动", "云岭市首届山货节", "2026-11-10", "2026-11-12", 18, ["文书", "照片", "录像", "不认识"]);
    private static readonly EntryInput Photo = new("照片", "开幕式现场", "会务科", "2026-11-10", "36", "声像柜2排");

    [Theory, Engines]
    [Trait("req", "M12-B04")]
    [Trait("req", "M12-B05")]
    public async Task The_material_of_an_event_of_every_kind_comes_under_one_catalogue_that_names_what_is_missing(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (_, piece) = await LoanTests.FiledAsync(scene);
        (await OpenAsync(scene, Fair with { Wanted = [] })).Refusal!.Field.ShouldBe("wanted");
        (await OpenAsync(scene, Fair with { To = "2026-11-01" })).Refusal!.Field.ShouldBe("from");
        var topic = (await OpenAsync(scene, Fair)).Value;
        (await OpenAsync(scene, Fair)).Refusal!.Rule.ShouldBe("archives.topic-twice");
        (await ArchiveTaskTests.NoticesAsync(scene, 71)).ShouldContain(t => t.Contains("请收集文书、照片、录像"));
        (await ViewAsync(scene, "archivist", topic.Id)).Missing.ShouldBe(["文书", "照片", "录像"]);

        (await OnAsync(scene, "head2", t => t.AddMaterialAsync(topic.Id, Photo, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        foreach (var (field, wrong) in new[] { ("genre", Photo with { Genre = "化石" }), ("title", Photo with { Title = "" }), ("formed", Photo with { FormedOn = "2027-01-01" }), ("count", Photo with { Count = "0" }), ("place", Photo with { Place = "" }) })
            (await OnAsync(scene, "meetings", t => t.AddMaterialAsync(topic.Id, wrong, null, default))).Refusal!.Field.ShouldBe(field);
        (await OnAsync(scene, "meetings", t => t.AddMaterialAsync(topic.Id, Photo, null, default))).Refusal.ShouldBeNull();
        (await OnAsync(scene, "archivist", t => t.AddPieceAsync(topic.Id, piece.Code, null, default))).Refusal.ShouldBeNull();
        (await OnAsync(scene, "archivist", t => t.AddPieceAsync(topic.Id, piece.Code, null, default))).Refusal!.Rule.ShouldBe("archives.entry-twice");

        var view = await ViewAsync(scene, "archivist", topic.Id);
        view.Entries.Select(e => (e.Genre, e.Place)).ShouldBe([("照片", "声像柜2排"), ("文书", piece.Code)], ignoreOrder: true);
        view.Missing.ShouldBe(["录像"]);
        (await ViewAsync(scene, "duty", topic.Id)).Entries.Select(e => e.Genre).ShouldBe(["照片"], "a piece is in nobody's catalogue who may not see it");
    }

    [Fact]
    [Trait("req", "M12-B07")]
    public async Task Three_products_are_drafted_out_of_the_archive_and_issued_ones_are_numbered_by_kind_and_year()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, piece) = await LoanTests.FiledAsync(scene);
        await LoanTests.FiledAsync(scene, 2, "关于召开营商环境座谈会的通知");
        var told = await scene.AsAsync("archivist", s => s.GetRequiredService<ProductReading>().PiecesAsync(null, "防汛", true, default));
        told.Single().ShouldSatisfyAllConditions(t => t.Piece.Id.ShouldBe(piece.Id), t => t.Outcome.ShouldBe("已按要求办理。"));

        var signed = ("云岭市人民政府办公室", new DateOnly(2026, 11, 23));
        var reference = Written(CompiledProducts.Reference("防汛", told, signed));
        foreach (var words in new[] { "档案资政参考：防汛", "关于申请追加防汛经费的请示", piece.Code, "已按要求办理。", "参考意见" }) reference.ShouldContain(words);
        var collection = Written(CompiledProducts.Collection("防汛", [.. told.Select(t => t with { Text = "一、请示事项\n二、测算依据" })], signed));
        foreach (var words in new[] { "专题文件汇集：防汛", "一、请示事项", "二、测算依据" }) collection.ShouldContain(words);
        var tables = await scene.AsAsync("archivist", s => s.GetRequiredService<ProductReading>().FiguresAsync(2026, default));
        tables.Single(t => t.Title == "办结和归档").Rows.ShouldContain(r => r.SequenceEqual(new[] { "收文", "2", "2" }));
        tables.Single(t => t.Title.Contains("保管期限")).Rows.ShouldContain(r => r.SequenceEqual(new[] { "30年", "1", "6" }));
        Written(CompiledProducts.Figures(2026, tables, signed)).ShouldContain("来源：归档文件目录");

        var input = new ProductInput("reference", "近年防汛经费怎样安排", "2026-11-20", "市政府领导");
        (await IssueAsync(scene, input with { SentTo = "" })).Refusal!.Field.ShouldBe("sent");
        (await IssueAsync(scene, input with { Kind = "novel" })).Refusal!.Field.ShouldBe("kind");
        (await IssueAsync(scene, input)).Value.Number.ShouldBe(1);
        (await IssueAsync(scene, input with { Title = "历次机构改革" })).Value.Number.ShouldBe(2);
        (await IssueAsync(scene, input with { Kind = "figures" })).Value.Number.ShouldBe(1);
        (await IssueAsync(scene, input with { IssuedOn = "2025-11-20" })).Value.ShouldSatisfyAllConditions(p => p.Year.ShouldBe(2025), p => p.Number.ShouldBe(1));
    }

    [Fact]
    [Trait("req", "M12-B08")]
    public async Task Work_that_is_coming_is_noted_before_with_what_the_archive_has_for_it_and_the_section_is_told_when_it_lies_ready()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, piece) = await LoanTests.FiledAsync(scene);
        await LoanTests.FiledAsync(scene, 2, "关于召开营商环境座谈会的通知");
        var input = new DemandInput("重大会议活动", "全市防汛工作会议", "2026-12-10", 14, "防汛");
        foreach (var (field, wrong) in new[] { ("source", input with { Source = "听说" }), ("title", input with { Title = "" }), ("on", input with { On = "2026-11-22" }), ("query", input with { Words = " " }), ("unit", input with { Unit = 40 }) })
            (await AddAsync(scene, wrong)).Refusal!.Field.ShouldBe(field);
        var demand = (await AddAsync(scene, input)).Value;
        (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepDemand>().FoundAsync("防汛", default))).Select(p => p.Id).ShouldBe([piece.Id]);
        (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepDemand>().PrepareAsync(demand.Id, "近三年防汛经费批复3件，档案室取", null, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepDemand>().PrepareAsync(demand.Id, "再备", null, default))).Refusal!.Rule.ShouldBe("archives.demand-over");
        (await ArchiveTaskTests.NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("近三年防汛经费批复3件"));
    }

    private static string Written(OfficialDocument document)
    {
        using var zip = new ZipArchive(new MemoryStream([.. Typesetter.ToDocx(document, LayoutRules.Standard)]));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", "");
    }

    private static Task<Outcome<ArchiveTopic>> OpenAsync(Scene scene, TopicInput input) => scene.AsAsync("archivist", s => s.GetRequiredService<KeepTopic>().OpenAsync(input, null, default));

    private static Task<Outcome<Done>> OnAsync(Scene scene, string login, Func<KeepTopic, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepTopic>()));

    private static async Task<TopicView> ViewAsync(Scene scene, string login, long id) => (await scene.AsAsync(login, s => TopicView.AllAsync(s.GetRequiredService<Office>(), 10, default))).Single(v => v.Topic.Id == id);

    private static Task<Outcome<ArchiveProduct>> IssueAsync(Scene scene, ProductInput input) => scene.AsAsync("archivist", s => s.GetRequiredService<KeepProduct>().IssueAsync(input, null, default));

    private static Task<Outcome<ArchiveDemand>> AddAsync(Scene scene, DemandInput input) => scene.AsAsync("archivist", s => s.GetRequiredService<KeepDemand>().AddAsync(input, null, default));
}
