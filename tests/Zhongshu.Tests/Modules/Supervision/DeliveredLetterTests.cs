using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
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

    [Fact]
    public async Task The_clerk_of_a_unit_in_the_demonstration_finds_the_letter_where_papers_are_registered()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docket = await officer.GetAsync("/supervision/docket");
        var made = await officer.SubmitAsync(docket, "form#docket", ("title", "农村环境整治行动"), ("source", "meeting"), ("origin", "市政府专题会"), ("lead", "市发展改革委"), ("do", "docket"));
        await officer.SubmitAsync(await officer.FollowAsync(made), "form.letter-draft", ("do", "send"));
        var bureau = await office.SignedInAsAsync("bureau");
        (await bureau.GetAsync("/incoming/register")).Text.ShouldContain("农村环境整治行动");
        (await (await office.SignedInAsAsync("county")).GetAsync("/incoming/register")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Theory, Engines]
    public async Task A_letter_still_waits_at_the_registry_of_a_unit_that_was_renamed_and_at_no_other(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { Tasks = [Meeting.Tasks[0] with { Title = "新建泊位" }, new TaskInput { Title = "乡镇停车", Lead = "青禾县" }] });
        await scene.AsSystemAsync(async s =>
        {
            var office = s.GetRequiredService<Office>();
            await using var transaction = await office.Db.BeginWriteAsync(default);
            var unit = await office.Db.Set<Unit>().SingleAsync(u => u.Id == 50);
            (unit.Name, unit.ShortName) = ("云岭市发展和改革局", "市发改局");
            await office.Db.SaveChangesAsync();
            await transaction.CommitAsync();
            office.OrganisationChanged();
            return true;
        });
        var id = (await ListAsync(scene, "bureau")).ShouldHaveSingleItem().Paper.Id;
        (await TakeAsync(scene, "bureau", id)).Refusal.ShouldBeNull();

        // A letter from before the units were kept beside its words names them by its tasks.
        await scene.AsSystemAsync(async s =>
        {
            var db = s.GetRequiredService<OfficeDb>();
            var letter = await db.Set<SentLetter>().AsNoTracking().SingleAsync();
            var before = LetterParts.Read(letter.Parts);
            LetterParts.UnitsOf(letter.Parts)!.Order().ShouldBe([40, 50, 51]);
            var old = LetterParts.Write(before with { Duties = [.. before.Duties.Where(d => d.Task == "新建泊位")] });
            LetterParts.UnitsOf(old).ShouldBeNull();
            return await db.Set<SentLetter>().ExecuteUpdateAsync(set => set.SetProperty(l => l.Parts, old));
        });
        (await ListAsync(scene, "bureau")).ShouldHaveSingleItem().Paper.Id.ShouldBe(id);
        (await scene.ItemAsync("county", code)).ShouldNotBeNull("it has a task of the item");
        (await ListAsync(scene, "county")).ShouldBeEmpty("and that letter does not name it");
    }

    private static Task<IReadOnlyList<WaitingPaper>> ListAsync(Scene scene, string login) => scene.AsAsync(login, s => s.GetRequiredService<TakeDelivered>().ListAsync(default));

    private static Task<Outcome<RegisterInput>> TakeAsync(Scene scene, string login, long id) => scene.AsAsync<Outcome<RegisterInput>>(login, async s =>
    {
        var taken = await s.GetRequiredService<TakeDelivered>().TakeAsync("supervision", id, default);
        return taken.Succeeded ? (await s.GetRequiredService<ReadUploads>().SuggestAsync(taken.Value.File, default)).Input : taken.Refusal;
    });
}
