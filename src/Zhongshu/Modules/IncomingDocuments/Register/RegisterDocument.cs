using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Requests;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// What a registration made.
internal sealed record Registered(Matter Matter, IncomingDocument Document);

/// 登记: the document gets its number, its matter and its flow, all in one transaction.
internal sealed class RegisterDocument(Office office, FlowDesk desk, Uploads uploads)
{
    public const string Flow = "incoming-document";

    public const string FollowsRelation = "续来文";

    /// A request with a key that was answered before gives back the code it made then.
    public async Task<Outcome<string>> RunAsync(RegisterForm form, KeyedRequest? request, CancellationToken cancel)
    {
        var prepared = await PrepareAsync(form, cancel);
        var answered = await RequestKeys.AnsweredAsync(office.Db, request, cancel);
        if (!answered.Succeeded) return answered.Refusal;
        if (answered.Value is { } code) return code;
        if (!prepared.Succeeded) return prepared.Refusal;

        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        // Asked again under the lock: of two clicks at once the second waits here and finds the first one's answer.
        answered = await RequestKeys.AnsweredAsync(office.Db, request, cancel);
        if (!answered.Succeeded) return answered.Refusal;
        if (answered.Value is { } same) return same;
        if (await RefusesDuplicateAsync(prepared.Value, cancel) is { } no) return no;
        var added = await AddAsync(prepared.Value, cancel);
        if (!added.Succeeded) return added.Refusal;
        await RequestKeys.NoteAsync(office.Db, request, added.Value.Matter.Code, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return added.Value.Matter.Code;
    }

    /// A registration that bears no key: what it made.
    public async Task<Outcome<IncomingDocument>> RunAsync(RegisterForm form, CancellationToken cancel)
    {
        var code = await RunAsync(form, null, cancel);
        if (!code.Succeeded) return code.Refusal;
        return await office.Db.Set<IncomingDocument>().SingleAsync(d => office.Db.Set<Matter>().Any(m => m.Id == d.MatterId && m.Code == code.Value), cancel);
    }

    /// Everything that can be refused before a transaction is opened. A classified paper's files are deleted at once.
    public async Task<Outcome<PreparedRegistration>> PrepareAsync(RegisterForm form, CancellationToken cancel)
    {
        if (RegisterRules.Refuses(form, office.Now, office.Today) is { } no) return no;
        var files = await uploads.FindAsync(form.Files, cancel);
        if (!files.Succeeded) return files.Refusal;
        if (files.Value.Count > 0 && office.ClassifiedTextRefused(form.Classification))
        {
            await uploads.DropAsync(files.Value, cancel);
            return IncomingRefusals.ClassifiedFile.Of(Classification.Word(form.Classification));
        }

        var former = form.Follows is null ? null : await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == form.Follows, cancel);
        if (form.Follows is not null && former is null) return new IncomingRefusals.UnknownFormer(form.Follows);
        var text = files.Value.Count == 0 ? "" : await uploads.TextAsync(files.Value[0].Hash, cancel);
        return new PreparedRegistration(form, files.Value, ContentKey.Of(text), former) { Concerns = ConcernsIn(text), Text = text };
    }

    public async Task<Refusal?> RefusesDuplicateAsync(PreparedRegistration prepared, CancellationToken cancel)
    {
        if (prepared.Form.DespiteDuplicate) return null;
        var like = await Duplicates.FindAsync(office, prepared.Form.DocumentNumber, prepared.Form.Sender.Trim(), prepared.ContentKey, cancel);
        return like.Count > 0 ? new IncomingRefusals.Duplicate(like) : null;
    }

    private IReadOnlyList<string> ConcernsIn(string text) => text.Length == 0 ? [] :
        [.. ProcedureConcerns.Of(StructureRecovery.Recover(SourceDocument.FromText(text)), office.Rules.Value(IncomingRules.ReturnReasons)).Select(c => c.ToString())];

    /// Adds everything to the caller's write transaction; the caller saves.
    public async Task<Outcome<Registered>> AddAsync(PreparedRegistration prepared, CancellationToken cancel)
    {
        var (matter, document) = await NewAsync(prepared, cancel);
        AddFiles(matter, prepared.Files);
        office.Db.Grant(matter, Participant.Office(matter.UnitId), "登记", office.Now);
        office.Db.Grant(matter, Participant.Person(office.Actor.PersonId), "登记", office.Now);
        office.Db.Add(new FirstContact { MatterId = matter.Id, PersonId = office.Actor.PersonId, UnitId = office.Actor.UnitId, At = office.Now });
        if (prepared.Former is { } former) office.Db.Add(new MatterLink { FromId = matter.Id, ToId = former.Id, Relation = FollowsRelation });
        if (!prepared.Form.AwaitsReceipt)
        {
            var move = await desk.StartAsync(matter, Flow, IncomingKindOfMatter.Case(office, matter, document), null, cancel);
            if (!move.Succeeded) return move.Refusal;
        }

        office.Db.Record(matter, Said(document, matter, prepared), office.Ids, office.Now);
        await AddWhatFollowsAsync(matter, document, prepared, cancel);
        if (prepared.Concerns.Count > 0) office.Db.Record(matter, new Act("incoming.procedure", $"登记时程序提示：{string.Join('；', prepared.Concerns)}"), office.Ids, office.Now);
        await office.Db.IndexAsync(matter.Id, new SearchText(document.Title, $"{document.RegistryNumber} {document.DocumentNumber} {matter.Code}", document.Sender, prepared.Text), cancel);
        return new Registered(matter, document);
    }

    /// 配套事项 that a document from above asks for, and the talk that came before a submission.
    private async Task AddWhatFollowsAsync(Matter matter, IncomingDocument document, PreparedRegistration prepared, CancellationToken cancel)
    {
        if (prepared.Text.Length > 0 && Learn.ReadEarly.IsFromAbove(await office.BookAsync(cancel), document) && FollowUps.ChangeFollowUp.List(office, matter, prepared.Text) is > 0 and var listed)
            office.Db.Record(matter, new Act("incoming.follow-up", $"读出本级需配套制定、修订的事项{listed}项"), office.Ids, office.Now);
        if (await Intents.TalkOverIntent.TieAsync(office, document, cancel) is { } intent)
            office.Db.Record(matter, new Act("incoming.intent", $"与报件意向“{intent.Title}”对应，报前沟通{intent.Rounds}轮{(intent.IsLate ? $"，晚于最迟报审日{intent.LatestOn:M月d日}" : "")}"), office.Ids, office.Now);
    }

    private static Act Said(IncomingDocument document, Matter matter, PreparedRegistration prepared)
    {
        var marks = string.Concat(document.IsBypass ? "，标记越流程" : "", document.IsWhiteHead ? "，白头件" : "", prepared.Former is { } former ? $"，续来文（前件{former.Code}）" : "");
        var onward = prepared.Form.AwaitsReceipt ? "待签收" : $"送 {matter.Holder}";
        return new("incoming.registered", $"登记来文，收文号{document.RegistryNumber}{marks}，{onward}")
        {
            Changes = new { document.RegistryNumber, document.Title, document.Sender, document.DocumentNumber, document.Classification, document.Urgency, matter.Code, Files = prepared.Files.Select(f => new { f.Name, f.Hash }) },
        };
    }

    private async Task<(Matter Matter, IncomingDocument Document)> NewAsync(PreparedRegistration prepared, CancellationToken cancel)
    {
        var form = prepared.Form;
        var year = office.Today.Year;
        var unitId = office.Actor.HomeUnitId;
        var book = await office.BookAsync(cancel);
        var serial = await NumberSequence.NextAsync(office.Db, $"incoming-{unitId}-{year}", cancel);
        var matter = new Matter
        {
            Id = office.Ids.Next(),
            Code = MatterCode.Of(year, await NumberSequence.NextAsync(office.Db, $"matter-{year}", cancel)),
            Title = form.Title.Trim(),
            Kind = IncomingKindOfMatter.Name,
            UnitId = unitId,
            Classification = form.Classification,
            Urgency = form.Urgency,
            OpenedAt = office.Now,
            HeldSince = office.Now,
            Stage = form.AwaitsReceipt ? "待签收" : "",
            Holder = form.AwaitsReceipt ? Assigning.Name(book, Participant.Office(unitId).Value, office.Today) : "",
        };
        var number = office.Rules.RegistryNumber(book.Unit(unitId)?.ShortName ?? "", year, serial);
        var document = NewDocument.Of(prepared, matter, (year, serial, number), office);
        document.SenderUnitId = book.Units.FirstOrDefault(u => u.Name == document.Sender || u.ShortName == document.Sender)?.Id;
        office.Db.Add(matter);
        office.Db.Add(document);
        return (matter, document);
    }

    private void AddFiles(Matter matter, IReadOnlyList<UploadedFile> files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            office.Db.Add(new Attachment
            {
                Id = office.Ids.Next(),
                MatterId = matter.Id,
                Hash = files[i].Hash,
                Name = files[i].Name,
                Size = files[i].Size,
                MediaType = files[i].MediaType,
                Role = i == 0 ? "original" : "annex",
                AddedAt = office.Now,
                AddedBy = office.Actor.PersonId,
            });
            office.Db.Remove(files[i]);
        }
    }
}
