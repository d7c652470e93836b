using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Filing;

/// 归档: a closed matter gets its archival code and its lasting file, and is locked, all in one transaction.
internal sealed class FileMatter(Office office, MatterKinds kinds, FilingSlip slips)
{
    private const int MostPages = 100_000;
    private const int LongestReason = 300;

    public async Task<Outcome<ArchivedPiece>> RunAsync(string code, FilingForm form, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        // Of two who file the same matter on PostgreSQL the second waits here, and finds it filed.
        if (!office.Db.IsSqlite) await office.Db.Database.ExecuteSqlAsync($"SELECT 1 FROM matter WHERE code = {code} FOR UPDATE", cancel);
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}");
        if (form.Version is { } seen && seen != matter.Version) return Refusal.Stale;
        if (await RefusesAsync(matter, cancel) is { } no) return no;
        if ((await kinds.Of(matter).FilingAsync(office, [matter.Id], cancel)).GetValueOrDefault(matter.Id) is not { } facts) return ArchiveRefusals.NoKind;
        if (facts.NotYet is { } wait) return wait;
        var book = await office.BookAsync(cancel);
        var proposal = FilingProposal.Of(office.Rules, book, matter, facts);
        if (Refuses(form, proposal, [.. FilingSections.Of(book, matter.UnitId, office.Today).Select(s => s.Code)]) is { } wrong) return wrong;
        try
        {
            var piece = await AddAsync(matter, facts, proposal, form, cancel);
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return piece;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    /// Each by itself: one that is refused does not keep the others from being filed.
    public async Task<IReadOnlyList<BatchAnswer>> RunManyAsync(IReadOnlyList<BatchLine> lines, CancellationToken cancel)
    {
        var answers = new List<BatchAnswer>(lines.Count);
        foreach (var line in lines)
        {
            var outcome = await RunAsync(line.Code, line.Form, cancel);
            answers.Add(new BatchAnswer(line.Code, outcome.Succeeded ? outcome.Value.Code : null, outcome.Refusal));
            office.Db.ChangeTracker.Clear();
        }

        return answers;
    }

    private async Task<Refusal?> RefusesAsync(Matter matter, CancellationToken cancel)
    {
        if (matter.State == MatterState.Filed)
            return ArchiveRefusals.AlreadyFiled(await office.Db.Set<ArchivedPiece>().Where(p => p.MatterId == matter.Id).Select(p => p.Code).SingleAsync(cancel));
        return matter.State == MatterState.Closed ? null : ArchiveRefusals.NotClosed;
    }

    private Refusal? Refuses(FilingForm form, FilingProposal proposal, IReadOnlyList<string> sections)
    {
        if (proposal.Place.Fonds.Length == 0) return ArchiveRefusals.NoFonds;
        if (form.Retention is { } retention && office.Rules.Value(ArchiveRules.Periods).All(p => p.Code != retention)) return ArchiveRefusals.UnknownRetention;
        if (form.Section is { } section && section != proposal.Place.Section && !sections.Contains(section, StringComparer.Ordinal)) return ArchiveRefusals.UnknownSection;
        if ((form.Pages ?? proposal.Pages) is < 1 or > MostPages) return ArchiveRefusals.NoPages;
        if (form.Retention is { } changed && changed != proposal.Place.Retention && string.IsNullOrWhiteSpace(form.Reason)) return ArchiveRefusals.NoReason(proposal.RetentionWord);
        return form.Reason?.Length > LongestReason ? new Refusal("archives.reason-length", $"理由最多{LongestReason}字，请精简。") { Field = "reason" } : null;
    }

    private async Task<ArchivedPiece> AddAsync(Matter matter, FilingFacts facts, FilingProposal proposal, FilingForm form, CancellationToken cancel)
    {
        var place = proposal.Place with { Retention = form.Retention ?? proposal.Place.Retention, Section = form.Section ?? proposal.Place.Section };
        var number = (int)await NumberSequence.NextAsync(office.Db, place.SequenceKey, cancel);
        await slips.AddAsync(matter, cancel);
        var files = office.Db.Set<Attachment>().Local.Where(a => a.MatterId == matter.Id)
            .Concat(await office.Db.Set<Attachment>().Where(a => a.MatterId == matter.Id).ToListAsync(cancel)).DistinctBy(a => a.Id).OrderBy(a => a.Id).ToList();
        var taken = place.Retention == proposal.Place.Retention ? proposal.Why : form.Reason!.Trim();
        var piece = new ArchivedPiece
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            UnitId = place.UnitId,
            Code = ArchivedPiece.CodeOf(office.Rules, place, number),
            Fonds = place.Fonds,
            Year = place.Year,
            Retention = place.Retention,
            Section = place.Section,
            Number = number,
            Title = matter.Title,
            Responsible = facts.Responsible,
            DocumentNumber = facts.DocumentNumber,
            DocumentDate = facts.DocumentDate,
            Classification = matter.Classification,
            Pages = form.Pages ?? proposal.Pages,
            Rule = proposal.Rule.Id,
            Reason = taken,
            FiledAt = office.Now,
            FiledBy = office.Actor.PersonId,
            FiledByName = office.Actor.Name,
            Contents = PieceContents.Write(files),
        };
        office.Db.Add(piece);
        await kinds.Of(matter).FiledAsync(office, matter, new FiledAs(piece.Code, piece.Retention, piece.FiledAt), cancel);
        await office.Db.Set<NotFiled>().Where(n => n.MatterId == matter.Id).ExecuteDeleteAsync(cancel);
        matter.State = MatterState.Filed;
        Record(matter, piece, proposal);
        return piece;
    }

    private void Record(Matter matter, ArchivedPiece piece, FilingProposal proposal)
    {
        var word = FilingProposal.WordOf(office.Rules, piece.Retention);
        var changed = piece.Retention == proposal.Place.Retention ? "" : $"，规则建议{proposal.RetentionWord}";
        var act = new Act("archives.filed", $"归档，档号{piece.Code}，保管期限{word}（{piece.Reason}{changed}），{piece.Pages}页")
        {
            Changes = new { piece.Code, piece.Year, piece.Retention, piece.Section, piece.Number, piece.Pages, piece.Rule, Contents = PieceContents.Read(piece.Contents) },
        };
        var entry = office.Db.Record(matter, act, office.Ids, office.Now);
        (piece.TrailCount, piece.TrailHash) = (entry.Sequence, Convert.ToHexStringLower(entry.Hash));
    }
}
