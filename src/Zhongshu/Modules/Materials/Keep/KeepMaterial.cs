using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Materials.Find;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Materials.Keep;

/// 上传资料、更新版本、调整谁可以看、撤下.
internal sealed class KeepMaterial(Office office, Uploads uploads)
{
    private const string FirstNote = "上传";

    public Task<Outcome<Material>> AddAsync(MaterialInput input, string? once, CancellationToken cancel) => office.WriteAsync<Material>(once, async () =>
    {
        if (!office.Actor.May(MaterialsModule.Write)) return Refusal.Forbidden("上传资料");
        if (office.Rules.MaterialKindOf(input.Kind) is not { } kind) return MaterialRefusals.Missing("kind", "请选择种类。");
        if (input.Wrong(office.Rules, kind) is { } wrong) return wrong;
        var files = await uploads.FindAsync(input.File == 0 ? [] : [input.File], cancel);
        if (!files.Succeeded) return files.Refusal;
        var text = MaterialInput.Written(kind, input.Answers, files.Value.Count > 0);
        if (!text.Succeeded) return text.Refusal;
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await MaterialCircle.Seen(office, book).AnyAsync(m => m.Kind == kind.Id && m.Title == input.Title && m.EndedOn == null, cancel)) return MaterialRefusals.SameTitle(input.Title);
        var one = new Material
        {
            Id = office.Ids.Next(), KeeperId = keeper, UnitId = UnitCircle.SpeaksFor(book, office.Actor), PersonId = office.Actor.PersonId, PersonName = office.Actor.Name, Kind = kind.Id, Title = input.Title,
            Year = kind.IsDated ? input.ParsedYear : null, Area = kind.HasArea ? input.Area : "", Keywords = input.Words, Audience = input.Audience, Number = 1, Text = text.Value, ChangedOn = office.Today,
        };
        if (files.Value.Count > 0) one.FileId = KeptFile.From(files.Value[0], office).Id;
        office.Db.Add(one);
        await VersionAsync(one, FirstNote, cancel);
        await SayAsync(one, $"上传{kind.Word}《{one.Title}》", null, cancel);
        return one;
    }, cancel);

    /// A new version: other words, another file or both, with what was changed.
    public Task<Outcome<Done>> ReviseAsync(long id, MaterialInput input, string? once, CancellationToken cancel) => ActAsync(id, once, async (one, kind) =>
    {
        if (input.Note.Length is 0 or > MaterialLimits.Words) return MaterialRefusals.Missing("note", $"请写明改了什么，最多{MaterialLimits.Words}字。");
        var files = await uploads.FindAsync(input.File == 0 ? [] : [input.File], cancel);
        if (!files.Succeeded) return files.Refusal;
        var text = MaterialInput.Written(kind, input.Answers, files.Value.Count > 0 || one.FileId is not null);
        if (!text.Succeeded) return text.Refusal;
        if (text.Value == one.Text && files.Value.Count == 0) return MaterialRefusals.Unchanged;
        if (files.Value.Count > 0) one.FileId = KeptFile.From(files.Value[0], office).Id;
        (one.Text, one.Number, one.ChangedOn) = (text.Value, one.Number + 1, office.Today);
        await VersionAsync(one, input.Note, cancel);
        await SayAsync(one, $"更新{kind.Word}《{one.Title}》，第{one.Number}版", input.Note, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> OpenToAsync(long id, Audience audience, CancellationToken cancel) => ActAsync(id, null, async (one, _) =>
    {
        if (!Enum.IsDefined(audience)) return MaterialRefusals.Missing("audience", "请选择谁可以看。");
        one.Audience = audience;
        await SayAsync(one, $"《{one.Title}》改为{MaterialCircle.WordOf(audience)}可以看", null, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> EndAsync(long id, string why, CancellationToken cancel) => ActAsync(id, null, async (one, _) =>
    {
        if (why.Length is 0 or > MaterialLimits.Words) return MaterialRefusals.Missing("words", $"请写明为什么撤下，最多{MaterialLimits.Words}字。");
        one.EndedOn = office.Today;
        await SayAsync(one, $"撤下《{one.Title}》", why, cancel);
        return Done.Yes;
    }, cancel);

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<Material, MaterialKind, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (await MaterialCircle.Seen(office, book).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } one) return Refusal.NotFound("这份资料");
        if (!MaterialCircle.Keeps(office, book, one)) return MaterialRefusals.NotYours;
        if (one.EndedOn is not null) return MaterialRefusals.Ended;
        return await act(one, office.Rules.MaterialKindOf(one.Kind) ?? new MaterialKind(one.Kind, one.Kind, "", []));
    }, cancel);

    private async Task VersionAsync(Material one, string note, CancellationToken cancel)
    {
        office.Db.Add(new MaterialVersion { MaterialId = one.Id, Number = one.Number, Text = one.Text, FileId = one.FileId, Note = note, PersonName = office.Actor.Name, At = office.Now });
        await office.Db.SaveChangesAsync(cancel);
        await MaterialIndex.WriteAsync(office, one, cancel);
    }

    private Task SayAsync(Material one, string text, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Act("materials.kept", text) { Quote = quote, Changes = new { one.Id, one.Number } }, office.Ids, office.Now, cancel);
}
