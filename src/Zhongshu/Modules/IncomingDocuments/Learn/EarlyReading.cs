using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Learn;

/// 先阅先学: who of the office read a document from above first, when, and what he took from it (M1-A18).
internal sealed class EarlyReading : IPartOfMatter
{
    public long MatterId { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string PostName { get; init; }

    public DateTimeOffset At { get; init; }

    /// 学习要点
    public string Note { get; set; } = "";
}

/// Noted when somebody of the office opens the document; he may add what matters in it.
internal sealed class ReadEarly(Office office)
{
    private const int Longest = 600;

    /// From above: sent by a unit above ours, or by an organ of the same region as one of them.
    public static bool IsFromAbove(OrganisationBook book, IncomingDocument document)
    {
        if (document.SenderUnitId is { } id && book.Unit(id)?.Kind == UnitKind.Superior) return true;
        return book.Units.Where(u => u.Kind == UnitKind.Superior).Select(u => Region(u.Name)).Any(r => r.Length > 0 && document.Sender.StartsWith(r, StringComparison.Ordinal));
    }

    /// Whether it was noted just now.
    public async Task<bool> SeenAsync(IncomingDocument document, CancellationToken cancel)
    {
        var me = office.Actor;
        if (!me.May("matters.read-office") || me.HomeUnitId != document.UnitId || !IsFromAbove(await office.BookAsync(cancel), document)) return false;
        if (await office.Db.Set<EarlyReading>().AnyAsync(r => r.MatterId == document.MatterId && r.PersonId == me.PersonId, cancel)) return false;
        office.Db.Add(new EarlyReading { MatterId = document.MatterId, PersonId = me.PersonId, PersonName = me.Name, PostName = $"{me.UnitName} {me.PostName}", At = office.Now });
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Opened twice at once: the other one noted it.
            office.Db.ChangeTracker.Clear();
            return false;
        }
    }

    public async Task<Outcome<Done>> NoteAsync(string code, string? note, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Code == code && m.Kind == IncomingKindOfMatter.Name, cancel);
        var reading = matter is null ? null : await office.Db.Set<EarlyReading>().SingleOrDefaultAsync(r => r.MatterId == matter.Id && r.PersonId == office.Actor.PersonId, cancel);
        if (matter is null || reading is null) return Refusal.NotFound("您的先阅记录");
        var text = note?.Trim() ?? "";
        if (text.Length == 0) return new IncomingRefusals.Missing("note", "请写明学习要点。");
        if (text.Length > Longest) return new IncomingRefusals.TooLong("note", "学习要点", text.Length, Longest);
        reading.Note = text;
        office.Db.Record(matter, new Act("incoming.studied", "先阅先学，记下要点") { Quote = text }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }

    private static string Region(string name)
    {
        var at = name.IndexOfAny(['省', '市', '州', '区', '县']);
        return at > 0 ? name[..(at + 1)] : "";
    }
}

internal sealed class EarlyReadingTable : IEntityTypeConfiguration<EarlyReading>
{
    public void Configure(EntityTypeBuilder<EarlyReading> table)
    {
        table.ToTable("EarlyReading").HasKey(r => new { r.MatterId, r.PersonId });
        table.Property(r => r.PersonName).HasMaxLength(60);
        table.Property(r => r.PostName).HasMaxLength(120);
        table.Property(r => r.Note).HasMaxLength(600);
    }
}
