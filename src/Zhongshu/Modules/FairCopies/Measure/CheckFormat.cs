using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;
using Zhongshu.Typesetting.Checking;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.FairCopies.Measure;

internal sealed record CheckedFormat(string Name, IReadOnlyList<Departure> Departures);

/// 格式检查: the file is kept for its person, and measured whenever it is looked at.
internal sealed class CheckFormat(Office office)
{
    public async Task<Outcome<long>> TakeAsync(PostedFile file, CancellationToken cancel)
    {
        var measured = Measure(file, cancel);
        if (!measured.Succeeded) return measured.Refusal;
        var kept = new PersonalFile { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, Name = file.Name, Content = file.Content, At = office.Now };
        office.Db.Add(kept);
        await office.Db.SaveChangesAsync(cancel);
        return kept.Id;
    }

    /// The departures of a file that is not kept.
    public Outcome<IReadOnlyList<Departure>> Measure(PostedFile file, CancellationToken cancel)
    {
        // The reader knows bombs, passwords and other people's files by their right names.
        var read = DocumentReader.Read(file.Content, file.Name, cancellation: cancel);
        if (!read.IsRead) return FairCopyRefusals.Unread(file.Name, read.Refusal.RuleId, read.Refusal.ChineseMessage);
        var mark = StructureRecovery.Recover(read.Document).Classification;
        if (Classification.Parse(mark) is > 0 and var level && office.ClassifiedTextRefused(level)) return FairCopyRefusals.Classified(mark!);
        var report = FormatCheck.Measure(new MemoryStream(file.Content), LayoutRules.Standard);
        return report.Refusal is { } no ? FairCopyRefusals.Unchecked(file.Name, no) : Outcome(report.Departures);
    }

    public static Outcome<byte[]> Fix(string name, byte[] content)
    {
        var fix = FormatCheck.Fix(new MemoryStream(content), LayoutRules.Standard);
        return fix.Refusal is { } no ? FairCopyRefusals.Unchecked(name, no) : fix.Bytes;
    }

    public async Task<CheckedFormat?> ReadAsync(long id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } file ? new CheckedFormat(file.Name, FormatCheck.Measure(new MemoryStream(file.Content), LayoutRules.Standard).Departures) : null;

    public async Task<PersonalFile?> FindAsync(long id, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        return await office.Db.Set<PersonalFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.PersonId == me, cancel);
    }

    private static Outcome<IReadOnlyList<Departure>> Outcome(IReadOnlyList<Departure> departures) => departures.ToArray();
}
