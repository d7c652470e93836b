using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Modules.Defects.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Defects.Accountability;

/// 追究: what was done with a person's slips, decided by a person.
public sealed class DefectMeasure
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long PersonId { get; init; }

    /// The points of the year as they stood.
    public int Points { get; init; }

    public required string Measure { get; init; }

    public required string Words { get; init; }

    public DateOnly On { get; init; }

    public required string ByName { get; init; }
}

internal sealed class DefectMeasureTable : IEntityTypeConfiguration<DefectMeasure>
{
    public void Configure(EntityTypeBuilder<DefectMeasure> table)
    {
        table.ToTable("DefectMeasure").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Measure).HasMaxLength(60);
        table.Property(m => m.Words).HasMaxLength(500);
        table.Property(m => m.ByName).HasMaxLength(60);
        table.HasIndex(m => new { m.KeeperId, m.PersonId });
    }
}

internal sealed class TakeMeasure(Office office)
{
    public Task<Outcome<Done>> RunAsync(long person, string measure, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(DefectsModule.Manage)) return Refusal.Forbidden("登记差错追究");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (!(await DefectRecord.ReadAsync(office, keeper, office.Today.Year, cancel)).TryGetValue(person, out var record)) return new Refusal("defects.no-slips", "这位同志今年没有落实到人的错情，不作追究。") { Kind = RefusalKind.Conflict };
        if (AccountabilityRules.Proposed(office.Rules, record.Points) is null) return new Refusal("defects.few-points", $"今年累计{record.Points}分，还没有到追究的分值，以提醒帮助为主。") { Kind = RefusalKind.Conflict };
        if (office.Rules.Value(AccountabilityRules.Measures).All(m => m.Measure != measure)) return DefectRefusals.Missing("measure", "请从列出的措施中选择。");
        if (words.Trim().Length is 0 or > 500) return DefectRefusals.Missing("words", "请写明依据和决定的程序，最多500字。");
        office.Db.Add(new DefectMeasure { Id = office.Ids.Next(), KeeperId = keeper, PersonId = person, Points = record.Points, Measure = measure, Words = words.Trim(), On = office.Today, ByName = office.Actor.Name });
        await office.Db.RecordPlatformAsync(new Act("defects.measure", $"差错追究：{book.Person(person)?.Name}，累计{record.Points}分，{measure}") { Quote = words.Trim() }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);
}
