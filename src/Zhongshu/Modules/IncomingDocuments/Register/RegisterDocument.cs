using Zhongshu.Flow;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Trail;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// 登记: the document gets its number, its matter and its flow, all in one transaction.
internal sealed class RegisterDocument(Office office, FlowDesk desk)
{
    public const string Flow = "incoming-document";

    public async Task<Outcome<IncomingDocument>> RunAsync(RegisterForm form, string contentKey, CancellationToken cancel)
    {
        if (RegisterRules.Refuses(form, office.Now, office.Today) is { } no) return no;
        if (form.Files.Count > 0 && office.ClassifiedTextRefused(form.Classification)) return IncomingRefusals.ClassifiedFile.Of(Classification.Word(form.Classification));
        if (!form.DespiteDuplicate)
        {
            var like = await Duplicates.FindAsync(office.Db, form.DocumentNumber, form.Sender.Trim(), contentKey, cancel);
            if (like.Count > 0) return new IncomingRefusals.Duplicate(like);
        }

        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var (matter, document) = await NewAsync(form, contentKey, cancel);
        AddFiles(matter, form.Files);
        office.Db.Grant(matter, Participant.Office(matter.UnitId), "登记", office.Now);
        office.Db.Grant(matter, Participant.Person(office.Actor.PersonId), "登记", office.Now);
        var move = await desk.StartAsync(matter, Flow, IncomingKindOfMatter.Case(office, matter, document), null, cancel);
        if (!move.Succeeded) return move.Refusal;
        office.Db.Record(matter, Said(document, matter, move.Value), office.Ids, office.Now);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return document;
    }

    private static Act Said(IncomingDocument document, Matter matter, FlowMove move) => new("incoming.registered", $"登记来文,收文号{document.RegistryNumber},送 {matter.Holder}")
    {
        Changes = new { document.RegistryNumber, document.Title, document.Sender, document.DocumentNumber, document.Classification, document.Urgency, matter.Code, Flow = move.Instance.Definition, Version = move.Instance.DefinitionVersion },
    };

    private async Task<(Matter Matter, IncomingDocument Document)> NewAsync(RegisterForm form, string contentKey, CancellationToken cancel)
    {
        var now = office.Now;
        var year = office.Today.Year;
        var unitId = office.Actor.HomeUnitId;
        var unit = (await office.BookAsync(cancel)).Unit(unitId);
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
            OpenedAt = now,
            HeldSince = now,
        };
        var document = Document(form, contentKey, matter, (year, serial, office.Rules.RegistryNumber(unit?.ShortName ?? "", year, serial)));
        office.Db.Add(matter);
        office.Db.Add(document);
        return (matter, document);
    }

    private IncomingDocument Document(RegisterForm form, string contentKey, Matter matter, (int Year, long Serial, string Text) number) => new()
    {
        MatterId = matter.Id,
        UnitId = matter.UnitId,
        RegistryNumber = number.Text,
        RegistryYear = number.Year,
        RegistrySerial = number.Serial,
        Kind = form.Kind,
        Title = matter.Title,
        Sender = form.Sender.Trim(),
        DocumentNumber = form.DocumentNumber.Trim(),
        NumberKey = IncomingDocument.KeyOfNumber(form.DocumentNumber),
        DocumentDate = form.DocumentDate,
        ReceivedAt = form.ReceivedAt ?? office.Now,
        Classification = form.Classification,
        SecrecyTerm = form.SecrecyTerm.Trim(),
        Urgency = form.Urgency,
        Addressee = form.Addressee.Trim(),
        Copies = form.Copies,
        Pages = form.Pages,
        Substance = form.Substance.Trim(),
        AnswerBy = form.AnswerBy,
        ContentKey = contentKey,
        IsBypass = form.IsBypass,
        IsForReading = office.Rules.IsForReading(form.Kind),
        IsWhiteHead = form.IsWhiteHead,
        State = IncomingState.Handling,
        FirstReceiverId = office.Actor.PersonId,
    };

    private void AddFiles(Matter matter, IReadOnlyList<RegisteredFile> files)
    {
        for (var i = 0; i < files.Count; i++)
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
    }
}
