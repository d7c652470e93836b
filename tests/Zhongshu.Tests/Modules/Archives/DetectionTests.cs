using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Archives.Electronic;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class DetectionTests
{
    private const string Clean = "本机杀毒软件查杀，无毒";
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;
    private static readonly string Hash = new('a', 64);

    [Fact]
    [Trait("req", "M12-B09")]
    [Trait("req", "M12-B06")]
    public void Each_point_of_the_four_natures_is_found_wrong_by_itself_and_bears_on_one_of_three_demands()
    {
        var points = Rules.Value(DetectionRules.Points);
        points.Select(p => p.Nature).Distinct().ShouldBe(["真实性", "完整性", "可用性", "安全性"]);
        points.Select(p => p.Demand).Distinct().ShouldBe(["来源可靠", "要素合规", "程序规范"], ignoreOrder: true);
        points.Select(p => p.Id).ShouldBe(DetectionRules.Known, ignoreOrder: true);
        Detection.Faults(Whole).ShouldBeEmpty();
        Only("source", Whole with { Piece = Piece("") });
        Only("chain", Whole with { IsTrailWhole = false });
        Only("content", Whole with { Stored = new Dictionary<string, (string, long)> { [Hash] = (new string('b', 64), 5) } });
        Only("content", Whole with { Stored = new Dictionary<string, (string, long)> { [Hash] = (Hash, 6) } });
        Only("files", Whole with { Stored = new Dictionary<string, (string, long)>() });
        Only("files", Whole with { Files = [] });
        Only("numbers", Whole with { IsNumberedOn = false });
        Only("format", Whole with { Formats = ["ofd"] });
        Only("virus", Whole with { Virus = "" });
        Detection.Faults(Whole with { Piece = Piece("县政府", pages: 0) })["metadata"].ShouldContain("页数");
    }

    [Theory, Engines]
    [Trait("req", "M12-B09")]
    public async Task A_piece_is_detected_from_its_files_its_trail_and_its_number_and_what_was_found_is_kept(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (_, piece) = await LoanTests.FiledAsync(scene);
        (await RunAsync(scene, "head2", "归档", Clean)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await RunAsync(scene, "archivist", "随便", Clean)).Refusal!.Field.ShouldBe("stage");
        (await RunAsync(scene, "archivist", "归档", "")).Value.ShouldBe(new Detected(1, 0));
        (await LastAsync(scene)).Lines.Select(l => l.Point).ShouldBe(["virus"], "the slip is a file of a lasting format, and everything else is well");
        (await RunAsync(scene, "archivist", "归档", Clean)).Value.ShouldBe(new Detected(1, 1));
        (await RunAsync(scene, "archivist", "归档", Clean)).Refusal!.Rule.ShouldBe("archives.nothing-to-detect");

        await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchivedPiece>().ExecuteUpdateAsync(set => set.SetProperty(p => p.TrailHash, Hash)));
        var slip = PieceContents.Read(piece.Contents).Single();
        await scene.AsSystemAsync(s =>
        {
            s.GetRequiredService<FileStore>().Delete(slip.Hash);
            return Task.FromResult(true);
        });
        (await RunAsync(scene, "archivist", "移交", Clean)).Value.ShouldBe(new Detected(1, 0));
        (await LastAsync(scene)).Lines.Select(l => l.Point).ShouldBe(["chain", "files"], ignoreOrder: true);
    }

    [Fact]
    [Trait("req", "M12-B06")]
    public void What_is_kept_for_long_and_after_how_many_years_it_is_handed_over_are_rules_with_their_sources()
    {
        Rules.Get(DetectionRules.TransferAfter).ShouldSatisfyAllConditions(r => r.Value.ShouldBe(20), r => r.Ref.Source.ShouldBe("档案法实施条例第二十条"));
        Rules.Value(DetectionRules.Formats).ShouldContain("ofd");
        Rules.Get(DetectionRules.Points).Ref.Source.ShouldContain("国家档案局令第22号");
    }

    private static DetectionFacts Whole => new()
    {
        Piece = Piece("县政府"), Files = [new PieceFile(1, "original", "请示.pdf", 5, Hash)], Stored = new Dictionary<string, (string, long)> { [Hash] = (Hash, 5) },
        IsTrailWhole = true, IsNumberedOn = true, Formats = ["pdf", "ofd"], Virus = Clean,
    };

    private static ArchivedPiece Piece(string responsible, int pages = 6) => new() { Code = "0101-WS·2026-D30-MSE-0001", Fonds = "0101", Retention = "D30", Title = "请示", Responsible = responsible, Pages = pages, FiledByName = "卷存真", Contents = "[]" };

    private static void Only(string point, DetectionFacts facts) => Detection.Faults(facts).Keys.Where(k => point != "source" || k != "metadata").ShouldBe([point]);

    private static Task<Outcome<Detected>> RunAsync(Scene scene, string login, string stage, string virus) => scene.AsAsync(login, s => s.GetRequiredService<DetectPieces>().RunAsync(stage, virus, null, default));

    private static Task<ArchiveDetection> LastAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveDetection>().OrderByDescending(d => d.Id).FirstAsync());
}
