using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class FilingTests
{
    private static readonly FilingForm AsProposed = new();

    [Theory]
    [InlineData("关于城东片区土地征收有关事项的批复", "Y", "土地")]
    [InlineData("关于申请追加防汛经费的请示", "D30", "请示")]
    [InlineData("关于召开全市营商环境座谈会的通知", "D10", "座谈会")]
    [InlineData("关于做好近期有关事项的通知", "D10", "本单位")]
    [Trait("req", "M12-B14")]
    public async Task The_retention_is_proposed_by_the_rules_with_the_reason_and_the_source(string title, string retention, string why)
    {
        await using var scene = await Scene.OpenAsync();
        await scene.ClosedAsync(ScenePlay.Paper(title));

        var row = (await WaitingAsync(scene)).Single();

        row.Retention.ShouldBe(retention);
        row.Why.ShouldContain(why);
        row.Citation.ShouldStartWith("依据：");
    }

    [Fact]
    [Trait("req", "M12-A11")]
    public async Task A_closed_matter_waits_for_filing_and_is_filed_with_one_confirmation()
    {
        await using var scene = await Scene.OpenAsync();
        var open = await scene.RegisteredAsync(ScenePlay.Paper("关于尚在办理的通知", 1));
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示", 2));
        (await WaitingAsync(scene)).Select(r => r.Matter).ShouldBe([code]);

        var piece = (await FileAsync(scene, "archivist", code, AsProposed)).Value;

        piece.Code.ShouldBe("0101-WS·2026-D30-MSE-0001");
        (piece.Pages, piece.Responsible, piece.DocumentNumber).ShouldBe((6, "青禾县人民政府", "青政〔2026〕2号"));
        (await WaitingAsync(scene)).ShouldBeEmpty();
        var view = await scene.SeeAsync("director", code);
        view!.Matter.State.ShouldBe(MatterState.Filed);
        view.Trail[0].Text.ShouldStartWith("归档，档号0101-WS·2026-D30-MSE-0001，保管期限30年");
        Convert.ToHexStringLower(view.Trail[0].Hash).ShouldBe(piece.TrailHash);
        view.Files.Select(f => f.Role).ShouldContain("slip");
        (await FileAsync(scene, "archivist", open, AsProposed)).Refusal!.Rule.ShouldBe("archives.not-closed");
    }

    [Fact]
    [Trait("req", "M12-A03")]
    public async Task All_that_belongs_to_one_matter_is_one_piece_and_the_piece_names_each_part_with_its_hash()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));
        var matter = (await scene.SeeAsync("archivist", code))!.Matter.Id;
        await scene.AsSystemAsync(async s =>
        {
            var office = s.GetRequiredService<Office>();
            foreach (var (name, role) in new[] { ("请示.docx", "original"), ("测算表.xlsx", "annex") })
                office.Db.Add(new Attachment { Id = office.Ids.Next(), MatterId = matter, Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))), Name = name, Size = 5, MediaType = "application/octet-stream", Role = role, AddedAt = office.Now });
            return await office.Db.SaveChangesAsync();
        });

        var piece = (await FileAsync(scene, "archivist", code, AsProposed)).Value;

        var parts = PieceContents.Read(piece.Contents);
        parts.Select(p => p.Name).Take(2).ShouldBe(["请示.docx", "测算表.xlsx"]);
        parts.Count.ShouldBe(3, "and the processing slip");
        parts.ShouldAllBe(p => p.Hash.Length == 64);
    }

    [Fact]
    public async Task Another_retention_than_the_proposed_one_needs_a_reason()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));

        (await FileAsync(scene, "registry", code, new FilingForm { Retention = "Y" })).Refusal!.Rule.ShouldBe("archives.reason");
        var piece = await FileAsync(scene, "registry", code, new FilingForm { Retention = "Y", Reason = "涉及重大资金安排" });

        piece.Value.Code.ShouldBe("0101-WS·2026-Y-MSE-0001");
        (await scene.SeeAsync("director", code))!.Trail[0].Text.ShouldContain("涉及重大资金安排，规则建议30年");
    }

    [Fact]
    public async Task Numbers_run_on_without_a_gap_within_year_retention_and_section_though_one_is_refused_between()
    {
        await using var scene = await Scene.OpenAsync();
        var codes = new List<string>();
        for (var i = 1; i <= 3; i++) codes.Add(await scene.ClosedAsync(ScenePlay.Paper($"关于第{i}批资金的请示", i) with { Pages = i == 2 ? 0 : 3 }));
        var other = await scene.ClosedAsync(ScenePlay.Paper("关于召开座谈会的通知", 9));

        var answers = await scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunManyAsync([.. codes.Append(other).Select(c => new BatchLine(c, AsProposed))], default));

        answers.Select(a => a.ArchivalCode).ShouldBe(["0101-WS·2026-D30-MSE-0001", null, "0101-WS·2026-D30-MSE-0002", "0101-WS·2026-D10-MSE-0001"]);
        answers[1].Refusal!.Rule.ShouldBe("archives.pages");
        (await FileAsync(scene, "archivist", codes[1], new FilingForm { Pages = 4 })).Value.Number.ShouldBe(3);
    }

    [Fact]
    public async Task Two_who_file_at_once_make_no_gap_and_no_second_piece()
    {
        await using var scene = await Scene.OpenAsync();
        await FileAtOnceAsync(scene);
    }

    [PostgresFact]
    public async Task Two_who_file_at_once_make_no_gap_and_no_second_piece_on_postgres()
    {
        await using var scene = await Scene.OpenAsync(DatabaseEngine.Postgres);
        await FileAtOnceAsync(scene);
    }

    [Fact]
    public async Task A_filed_matter_takes_no_flow_verb_and_is_not_unfiled_and_a_mistake_is_a_new_entry()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));
        var piece = (await FileAsync(scene, "archivist", code, AsProposed)).Value;

        foreach (var verb in new[] { "jump", "return", "terminate", "resume" })
            (await scene.ActAsync("director", code, new ActForm { Item = 1, Verb = verb, To = "routing", Opinion = "重新办理" })).Refusal!.Rule.ShouldBe("matter.filed");
        (await FileAsync(scene, "archivist", code, AsProposed)).Refusal!.Message.ShouldContain(piece.Code);
        (await scene.AsAsync("archivist", s => s.GetRequiredService<AfterFiling>().LeaveOutAsync(code, "本机关的重份文件", null, default))).Refusal!.Rule.ShouldBe("archives.locked");
        (await CorrectAsync(scene, code, " ")).Refusal!.Rule.ShouldBe("archives.correction");
        (await CorrectAsync(scene, code, "责任者应为青禾县人民政府办公室，依据原件落款。")).Succeeded.ShouldBeTrue();

        var view = await scene.SeeAsync("director", code);
        view!.Trail[0].Quote.ShouldBe("责任者应为青禾县人民政府办公室，依据原件落款。");
        view.Matter.State.ShouldBe(MatterState.Filed);
    }

    [Fact]
    public async Task What_is_not_kept_is_left_out_for_one_of_the_rules_reasons_and_can_still_be_filed()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于参阅有关材料的函"));

        (await LeaveOutAsync(scene, code, "不想归档")).Refusal!.Rule.ShouldBe("archives.not-filed-item");
        (await LeaveOutAsync(scene, code, "供工作参考的抄件")).Succeeded.ShouldBeTrue();

        (await WaitingAsync(scene)).ShouldBeEmpty();
        (await FileAsync(scene, "archivist", code, AsProposed)).Succeeded.ShouldBeTrue();
        (await scene.AsAsync("archivist", s => s.GetRequiredService<ArchiveList>().LeftOutAsync(new ArchiveFilter(), default))).Rows.ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M12-A02")]
    public async Task What_was_closed_last_year_and_not_filed_by_the_deadline_is_listed_as_late()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));
        scene.Clock.Pass(new DateTime(2027, 6, 30) - new DateTime(2026, 11, 23));
        (await LateAsync(scene)).ShouldBe(0);

        scene.Clock.Pass(TimeSpan.FromDays(1));

        (await LateAsync(scene)).ShouldBe(1);
        (await WaitingAsync(scene)).Single().IsLate.ShouldBeTrue();
    }

    [Fact]
    [Trait("req", "M12-A04")]
    public async Task The_archive_shows_a_reader_only_what_he_may_see()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));

        (await scene.AsAsync("bureau", s => s.GetRequiredService<ArchiveList>().WaitingAsync(new ArchiveFilter(), default))).Rows.ShouldBeEmpty();
        (await FileAsync(scene, "bureau", code, AsProposed)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
    }

    private static async Task FileAtOnceAsync(Scene scene)
    {
        var codes = new List<string>();
        for (var i = 1; i <= 4; i++) codes.Add(await scene.ClosedAsync(ScenePlay.Paper($"关于第{i}批资金的请示", i)));

        var outcomes = await Task.WhenAll(codes.Concat(codes).Select(code => Task.Run(() => FileAsync(scene, "archivist", code, AsProposed))));

        outcomes.Where(o => o.Succeeded).Select(o => o.Value.Number).Order().ShouldBe([1, 2, 3, 4]);
        outcomes.Count(o => !o.Succeeded && o.Refusal.Kind == RefusalKind.Conflict).ShouldBe(4);
    }

    private static Task<Outcome<ArchivedPiece>> FileAsync(Scene scene, string login, string code, FilingForm form) =>
        scene.AsAsync(login, s => s.GetRequiredService<FileMatter>().RunAsync(code, form, default));

    private static Task<Outcome<Done>> CorrectAsync(Scene scene, string code, string text) =>
        scene.AsAsync("archivist", s => s.GetRequiredService<AfterFiling>().CorrectAsync(code, text, default));

    private static Task<Outcome<Done>> LeaveOutAsync(Scene scene, string code, string item) =>
        scene.AsAsync("archivist", s => s.GetRequiredService<AfterFiling>().LeaveOutAsync(code, item, null, default));

    private static async Task<IReadOnlyList<WaitingRow>> WaitingAsync(Scene scene) =>
        (await scene.AsAsync("archivist", s => s.GetRequiredService<ArchiveList>().WaitingAsync(new ArchiveFilter(), default))).Rows;

    private static Task<int> LateAsync(Scene scene) => scene.AsAsync("archivist", s => s.GetRequiredService<ArchiveList>().LateAsync(default));
}
