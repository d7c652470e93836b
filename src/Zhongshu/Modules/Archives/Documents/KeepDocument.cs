using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Documents;

public sealed record DocumentInput(string Kind, string Title, string Number, long File, string Note);

/// 文档五步: made, reviewed, published here; filed and lent by the archive. Every version stays.
internal sealed class KeepDocument(Office office, Uploads uploads)
{
    public const string ReviewStep = "document-review";
    public const string MendStep = "document-mend";

    public Task<Outcome<string>> MakeAsync(DocumentInput input, string? once, CancellationToken cancel) => office.WriteAsync<string>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Write)) return Refusal.Forbidden("登记文档");
        if (office.Rules.Value(DocumentRules.Kinds).All(k => k.Id != input.Kind)) return ArchiveRefusals.Missing("kind", "请选择文档种类。");
        if (ArchiveKeeper.NoTitle(input.Title, "请填写题名") is { } untitled) return untitled;
        if (input.Number.Length > 60) return ArchiveRefusals.Missing("number", "文号、编号最多60字。");
        var files = await uploads.FindAsync(input.File == 0 ? [] : [input.File], cancel);
        if (!files.Succeeded) return files.Refusal;
        if (files.Value.Count == 0) return ArchiveRefusals.NoFile;
        var year = office.Today.Year;
        var matter = new Matter
        {
            Id = office.Ids.Next(), Code = MatterCode.Of(year, await NumberSequence.NextAsync(office.Db, $"matter-{year}", cancel)), Title = input.Title, Kind = DocumentKindOfMatter.Name, UnitId = office.Actor.HomeUnitId,
            OpenedAt = office.Now, HeldSince = office.Now, Stage = KeptDocument.WordOf(DocumentState.Draft), Holder = office.Actor.Name,
        };
        var document = new KeptDocument { MatterId = matter.Id, UnitId = office.Actor.UnitId, Kind = input.Kind, Number = input.Number, AuthorId = office.Actor.PersonId, AuthorName = office.Actor.Name };
        office.Db.AddRange(matter, document);
        office.Db.Grant(matter, Participant.Person(office.Actor.PersonId), "起草", office.Now);
        office.Db.Grant(matter, Participant.Section(office.Actor.UnitId), "起草", office.Now);
        await AddVersionAsync(matter, document, files.Value[0], (1, input.Note), cancel);
        office.Db.Record(matter, new Act("document.made", $"登记{office.Rules.DocumentWord(input.Kind)}，第1版"), office.Ids, office.Now);
        return matter.Code;
    }, cancel);

    /// 新版本: before it is reviewed, or after it was published and not yet filed; then it is reviewed and published anew.
    public Task<Outcome<Done>> ReviseAsync(string code, long file, string note, string? once, CancellationToken cancel) => ActAsync(code, once, async (matter, document) =>
    {
        if (!IsMine(document)) return Refusal.Forbidden("修改别人的文档");
        if (matter.State == MatterState.Filed) return matter.RefusesWork()!;
        if (document.State is DocumentState.InReview) return ArchiveRefusals.DocumentMoved(KeptDocument.WordOf(document.State));
        if (ArchiveKeeper.NoWords(note, "请写明改了什么") is { } no) return no;
        var files = await uploads.FindAsync(file == 0 ? [] : [file], cancel);
        if (!files.Succeeded) return files.Refusal;
        if (files.Value.Count == 0) return ArchiveRefusals.NoFile;
        var next = await office.Db.Set<DocumentVersion>().Where(v => v.MatterId == matter.Id).MaxAsync(v => v.Number, cancel) + 1;
        await AddVersionAsync(matter, document, files.Value[0], (next, note), cancel);
        (matter.State, matter.ClosedAt, document.PublishedOn) = (MatterState.Open, null, null);
        Move(matter, document, DocumentState.Draft, document.AuthorName);
        office.Db.Record(matter, new Act("document.revised", $"第{next}版") { Quote = note }, office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> SubmitAsync(string code, long reviewer, string? once, CancellationToken cancel) => ActAsync(code, once, async (matter, document) =>
    {
        if (!IsMine(document)) return Refusal.Forbidden("送审别人的文档");
        if (document.State != DocumentState.Draft) return ArchiveRefusals.DocumentMoved(KeptDocument.WordOf(document.State));
        var book = await office.BookAsync(cancel);
        if (reviewer == office.Actor.PersonId || book.PostsOf(reviewer, office.Today).All(p => book.HomeOf(p.UnitId)?.Id != matter.UnitId)) return ArchiveRefusals.Missing("reviewer", "请选择本单位另一位同志审核。");
        await LiftAsync(matter, MendStep, cancel);
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        var last = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter.Id).MaxAsync(w => (int?)w.Number, cancel) ?? 0;
        await office.PlaceAsync(matter, new Work(matter.Id, last + 1, ReviewStep, "文档审核", Participant.Person(reviewer), null), cancel);
        document.ReviewerId = reviewer;
        Move(matter, document, DocumentState.InReview, book.Person(reviewer)!.Name);
        office.Db.Record(matter, new Act("document.submitted", $"送{book.Person(reviewer)!.Name}审核"), office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> ReviewAsync(string code, bool passes, string words, string? once, CancellationToken cancel) => ActAsync(code, once, async (matter, document) =>
    {
        if (document.State != DocumentState.InReview) return ArchiveRefusals.DocumentMoved(KeptDocument.WordOf(document.State));
        if (document.ReviewerId != office.Actor.PersonId) return Refusal.Forbidden("审核这份文档");
        if (ArchiveKeeper.NoWords(words, passes ? "请写明审核意见" : "请写明哪里要改") is { } no) return no;
        await LiftAsync(matter, ReviewStep, cancel);
        Move(matter, document, passes ? DocumentState.Reviewed : DocumentState.Draft, document.AuthorName);
        if (!passes)
        {
            await office.Db.LoadAccessAsync(matter.Id, cancel);
            var last = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter.Id).MaxAsync(w => (int?)w.Number, cancel) ?? 0;
            await office.PlaceAsync(matter, new Work(matter.Id, last + 1, MendStep, "修改文档", Participant.Person(document.AuthorId), null), cancel);
        }

        office.Db.Record(matter, new Act("document.reviewed", passes ? "审核通过" : "退回修改") { Quote = words }, office.Ids, office.Now);
        office.TellArchive(document.AuthorId, passes ? "result" : "returned", $"“{matter.Title}”{(passes ? "审核通过，可以发布" : "退回修改")}：{words}");
        return Done.Yes;
    }, cancel);

    /// 发布: to the author's section, or to the whole unit; closed with it, so that it waits for filing.
    public Task<Outcome<Done>> PublishAsync(string code, bool toAll, string? once, CancellationToken cancel) => ActAsync(code, once, async (matter, document) =>
    {
        if (!IsMine(document)) return Refusal.Forbidden("发布别人的文档");
        if (document.State != DocumentState.Reviewed) return ArchiveRefusals.DocumentMoved(KeptDocument.WordOf(document.State));
        var book = await office.BookAsync(cancel);
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        office.Db.Grant(matter, Participant.Office(matter.UnitId), "发布", office.Now);
        if (toAll) foreach (var section in book.SectionsOf(matter.UnitId).Where(u => u.Until is null || office.Today <= u.Until)) office.Db.Grant(matter, Participant.Section(section.Id), "发布", office.Now);
        document.PublishedOn = office.Today;
        Move(matter, document, DocumentState.Published, "");
        (matter.State, matter.ClosedAt) = (MatterState.Closed, office.Now);
        office.Db.Record(matter, new Act("document.published", toAll ? "发布，全室可看" : "发布，本科室和办公室可看"), office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    public bool IsMine(KeptDocument document) => document.AuthorId == office.Actor.PersonId;

    private async Task AddVersionAsync(Matter matter, KeptDocument document, UploadedFile file, (int Number, string Note) version, CancellationToken cancel)
    {
        var attachment = new Attachment { Id = office.Ids.Next(), MatterId = matter.Id, Hash = file.Hash, Name = file.Name, Size = file.Size, MediaType = file.MediaType, Role = version.Number == 1 ? "original" : "version", AddedAt = office.Now, AddedBy = office.Actor.PersonId };
        office.Db.AddRange(attachment, new DocumentVersion { Id = office.Ids.Next(), MatterId = matter.Id, Number = version.Number, AttachmentId = attachment.Id, Note = version.Note.Length == 0 ? "首次登记" : version.Note, PersonName = office.Actor.Name, At = office.Now });
        await office.Db.Set<UploadedFile>().Where(f => f.Id == file.Id).ExecuteDeleteAsync(cancel);
        await office.Db.ReindexAsync(matter.Id, new SearchText(matter.Title, $"{document.Number} {matter.Code}", document.AuthorName, await uploads.TextAsync(file.Hash, cancel)), cancel);
    }

    private void Move(Matter matter, KeptDocument document, DocumentState to, string holder) =>
        (document.State, matter.Stage, matter.Holder, matter.HeldSince) = (to, KeptDocument.WordOf(to), holder, office.Now);

    private async Task LiftAsync(Matter matter, string step, CancellationToken cancel)
    {
        await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter.Id && w.Status == WorkStatus.Open).LoadAsync(cancel);
        office.Lift(matter.Id, step);
    }

    private Task<Outcome<Done>> ActAsync(string code, string? once, Func<Matter, KeptDocument, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (await office.Db.MatterAsync(code, cancel) is not { } matter) return Refusal.NotFound("这份文档");
        return await office.Db.Set<KeptDocument>().SingleOrDefaultAsync(d => d.MatterId == matter.Id, cancel) is { } document ? await act(matter, document) : Refusal.NotFound("这份文档");
    }, cancel);
}
