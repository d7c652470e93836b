using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class LoanTests
{
    private static readonly LoanInput Ask = new("去年防汛经费的请示", "工作查考", "screen", 3);

    [Theory, Engines]
    [Trait("req", "M12-B10")]
    [Trait("req", "M12-A04")]
    public async Task A_piece_lent_on_the_screen_is_open_to_the_borrower_for_the_time_of_the_loan_and_no_longer(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var (code, piece) = await FiledAsync(scene);
        (await scene.SeeAsync("duty", code)).ShouldBeNull();
        var loan = (await AskAsync(scene, "duty", Ask)).Value;
        (await OnAsync(scene, "duty", l => l.ApproveAsync(loan.Id, piece.Code, null, default))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await OnAsync(scene, "archivist", l => l.LendAsync(loan.Id, null, default))).Rule.ShouldBe("archives.loan-moved");
        (await OnAsync(scene, "archivist", l => l.ApproveAsync(loan.Id, "0101-WS·1999-Y-MSE-0001", null, default))).Field.ShouldBe("code");
        await DoAsync(scene, l => l.ApproveAsync(loan.Id, piece.Code, null, default));
        (await scene.SeeAsync("duty", code)).ShouldBeNull("approved is not yet lent");

        await DoAsync(scene, l => l.LendAsync(loan.Id, null, default));

        (await scene.SeeAsync("duty", code))!.Trail[0].Text.ShouldContain("电子查阅");
        (await OnAsync(scene, "archivist", l => l.ReturnAsync(loan.Id, "", "", null, default))).Field.ShouldBe("condition");
        await DoAsync(scene, l => l.ReturnAsync(loan.Id, "已看完", "起草方案时参考了测算口径", null, default));
        (await scene.SeeAsync("duty", code)).ShouldBeNull();
        (await scene.SeeAsync("archivist", code))!.Trail[0].Quote.ShouldBe("起草方案时参考了测算口径");
    }

    [Fact]
    [Trait("req", "M12-B10")]
    public async Task What_is_not_brought_back_is_chased_and_what_is_on_the_screen_closes_by_itself()
    {
        await using var scene = await Scene.OpenAsync();
        var (code, piece) = await FiledAsync(scene);
        var (screen, paper) = ((await AskAsync(scene, "duty", Ask)).Value, (await AskAsync(scene, "meetings", Ask with { Way = "original" })).Value);
        foreach (var loan in new[] { screen, paper })
        {
            await DoAsync(scene, l => l.ApproveAsync(loan.Id, piece.Code, null, default));
            await DoAsync(scene, l => l.LendAsync(loan.Id, null, default));
        }

        var late = (await AskAsync(scene, "head1", Ask with { Way = "original" })).Value;
        (await OnAsync(scene, "archivist", l => l.ApproveAsync(late.Id, piece.Code, null, default))).Rule.ShouldBe("archives.loan-out");
        scene.Clock.Pass(TimeSpan.FromDays(3));
        (await ArchiveTaskTests.SweepAsync(scene)).ShouldBe(0, "the last day is not over");
        scene.Clock.Pass(TimeSpan.FromDays(1));
        (await ArchiveTaskTests.SweepAsync(scene)).ShouldBe(2);

        (await scene.SeeAsync("duty", code)).ShouldBeNull();
        (await StateAsync(scene, screen.Id)).ShouldBe(LoanState.Returned);
        (await StateAsync(scene, paper.Id)).ShouldBe(LoanState.Lent);
        (await ArchiveTaskTests.NoticesAsync(scene, 71)).ShouldContain(t => t.Contains("已过归还日"));
        (await ArchiveTaskTests.NoticesAsync(scene, 101)).ShouldContain(t => t.Contains("逾期未还"));
    }

    [Fact]
    [Trait("req", "M12-A05")]
    public async Task Each_use_counts_and_what_was_never_used_is_listed()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, first) = await FiledAsync(scene);
        var (_, second) = await FiledAsync(scene, 2);
        (await FiguresAsync(scene)).ShouldSatisfyAllConditions(f => f.Never.ShouldBe(2), f => f.Times.ShouldBe(0));
        var loan = (await AskAsync(scene, "duty", Ask)).Value;
        await DoAsync(scene, l => l.ApproveAsync(loan.Id, first.Code, null, default));
        (await FiguresAsync(scene)).Times.ShouldBe(0, "approved and not taken is no use");
        await DoAsync(scene, l => l.LendAsync(loan.Id, null, default));
        var visitor = new ArchiveUse { UserName = "远帆市地方志办 帆知远", Way = "read", Purpose = "编史修志", Effect = "补齐大事记两条" };
        (await OnAsync(scene, "archivist", l => l.NoteUseAsync(first.Code, new ArchiveUse { UserName = "", Way = "read", Purpose = "编史修志" }, null, default))).Field.ShouldBe("user");
        await DoAsync(scene, l => l.NoteUseAsync(first.Code, visitor, null, default));

        var figures = await FiguresAsync(scene);
        (figures.Pieces, figures.Used, figures.Never, figures.Times).ShouldBe((2, 1, 1, 2));
        figures.ByPurpose["编史修志"].ShouldBe(1);
        figures.Most.Single().ShouldSatisfyAllConditions(m => m.Piece.Id.ShouldBe(first.Id), m => m.Times.ShouldBe(2));
        (await scene.AsAsync("archivist", s => UseFigures.NeverUsed(s.GetRequiredService<Office>()).ToListAsync())).Select(p => p.Id).ShouldBe([second.Id]);
        (await scene.AsAsync("archivist", s => UseFigures.ReadAsync(s.GetRequiredService<Office>(), 2025, default))).Times.ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M12-A04")]
    public async Task A_classified_piece_is_lent_by_whoever_decides_on_need_to_know_and_only_to_one_who_is_cleared()
    {
        await using var scene = await Scene.OpenAsync();
        var (_, piece) = await FiledAsync(scene);
        await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchivedPiece>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Classification, 3)));
        var loan = (await AskAsync(scene, "duty", Ask)).Value;
        (await OnAsync(scene, "archivist", l => l.ApproveAsync(loan.Id, piece.Code, null, default))).Rule.ShouldBe("archives.loan-classified");
        (await OnAsync(scene, "director", l => l.ApproveAsync(loan.Id, piece.Code, null, default))).Rule.ShouldBe("archives.loan-clearance");
    }

    [Fact]
    public async Task A_borrower_who_sees_the_file_anyway_still_sees_it_when_the_loan_is_over()
    {
        await using var scene = await Scene.OpenAsync();
        var (code, piece) = await FiledAsync(scene);
        await scene.AsSystemAsync(async s =>
        {
            var office = s.GetRequiredService<Office>();
            office.Db.Grant(await office.Db.Set<Matter>().SingleAsync(m => m.Code == code), Participant.Person(81), "知悉范围", office.Now);
            return await office.Db.SaveChangesAsync();
        });
        var loan = (await AskAsync(scene, "duty", Ask)).Value;
        await DoAsync(scene, l => l.ApproveAsync(loan.Id, piece.Code, null, default));
        await DoAsync(scene, l => l.LendAsync(loan.Id, null, default));
        await DoAsync(scene, l => l.ReturnAsync(loan.Id, "已看完", "", null, default));
        (await scene.SeeAsync("duty", code)).ShouldNotBeNull();
    }

    internal static async Task<(string Code, ArchivedPiece Piece)> FiledAsync(Scene scene, int number = 1, string title = "关于申请追加防汛经费的请示")
    {
        var code = await scene.ClosedAsync(ScenePlay.Paper(title, number));
        return (code, (await scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm(), default))).Value);
    }

    internal static async Task DoAsync(Scene scene, Func<LendPiece, Task<Outcome<Done>>> act) => (await scene.AsAsync("archivist", s => act(s.GetRequiredService<LendPiece>()))).Refusal.ShouldBeNull();

    internal static Task<Outcome<ArchiveLoan>> AskAsync(Scene scene, string login, LoanInput input) => scene.AsAsync(login, s => s.GetRequiredService<LendPiece>().AskAsync(input, null, default));

    private static Task<UseFigures> FiguresAsync(Scene scene) => scene.AsAsync("archivist", s => UseFigures.ReadAsync(s.GetRequiredService<Office>(), null, default));

    private static Task<LoanState> StateAsync(Scene scene, long id) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveLoan>().Where(l => l.Id == id).Select(l => l.State).SingleAsync());

    private static async Task<Refusal> OnAsync(Scene scene, string login, Func<LendPiece, Task<Outcome<Done>>> act) => (await scene.AsAsync(login, s => act(s.GetRequiredService<LendPiece>()))).Refusal.ShouldNotBeNull();
}
