using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// A registration that nothing speaks against any more.
internal sealed record PreparedRegistration(RegisterForm Form, IReadOnlyList<UploadedFile> Files, string ContentKey, Matter? Former)
{
    /// What the structure of the paper says against its procedure (M1-B06), for the trail.
    public IReadOnlyList<string> Concerns { get; init; } = [];

    /// The text of the paper itself, for the index.
    public string Text { get; init; } = "";
}

/// The row of the ledger as the form gives it.
internal static class NewDocument
{
    public static IncomingDocument Of(PreparedRegistration prepared, Matter matter, (int Year, long Serial, string Text) number, Office office)
    {
        var form = prepared.Form;
        return new IncomingDocument
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
            ContentKey = prepared.ContentKey,
            IsBypass = form.IsBypass,
            IsForReading = office.Rules.IsForReading(form.Kind),
            IsWhiteHead = form.IsWhiteHead,
            State = form.AwaitsReceipt ? IncomingState.Delivered : IncomingState.Handling,
            FirstReceiverId = office.Actor.PersonId,
        };
    }
}
