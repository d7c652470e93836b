using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// 督办函 sent to a unit on the platform becomes its 收文 without re-typing.
public sealed class DeliveredLetterTests
{
    [Theory, Engines]
    public async Task A_letter_waits_at_the_registry_of_each_unit_it_names_and_is_read_when_it_is_taken(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.SentAsync(Meeting);
        await scene.SentAsync(Meeting with { Title = "领导亲启事项", Reporting = "single" });

        (await ListAsync(scene, "county")).ShouldBeEmpty("the letter does not name it");
        (await ListAsync(scene, "registry")).ShouldBeEmpty("it is the office's own");
        var waiting = (await ListAsync(scene, "bureau")).ShouldHaveSingleItem("what is reported alone goes through no registry");
        (waiting.Paper.Sender, waiting.Paper.On).ShouldBe(("云岭市人民政府办公室", new DateOnly(2026, 11, 23)));

        (await TakeAsync(scene, "county", waiting.Paper.Id)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await TakeAsync(scene, "registry", waiting.Paper.Id)).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        var read = (await TakeAsync(scene, "bureau", waiting.Paper.Id)).Value;
        (read.Title, read.Sender, read.DocumentNumber, read.DocumentDate, read.Addressee).ShouldBe((waiting.Paper.Title, waiting.Paper.Sender, waiting.Paper.Number, "2026-11-23", "云岭市发展和改革委员会"));

        var form = new RegisterForm { Title = read.Title, Sender = read.Sender, DocumentNumber = read.DocumentNumber, AwaitsReceipt = true };
        (await scene.RegisterAsync("bureau", form)).Refusal.ShouldBeNull();
        (await ListAsync(scene, "bureau")).ShouldBeEmpty("it is registered");
    }

    private static Task<IReadOnlyList<WaitingPaper>> ListAsync(Scene scene, string login) => scene.AsAsync(login, s => s.GetRequiredService<TakeDelivered>().ListAsync(default));

    private static Task<Outcome<RegisterInput>> TakeAsync(Scene scene, string login, long id) => scene.AsAsync<Outcome<RegisterInput>>(login, async s =>
    {
        var taken = await s.GetRequiredService<TakeDelivered>().TakeAsync("supervision", id, default);
        return taken.Succeeded ? (await s.GetRequiredService<ReadUploads>().SuggestAsync(taken.Value.File, default)).Input : taken.Refusal;
    });
}
