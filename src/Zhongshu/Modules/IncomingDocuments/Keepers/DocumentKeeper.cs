using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Keepers;

/// 分层管理: by rank of whoever holds a document, not by what it is about (M1-A02). Device is the keeper of a unit's document terminal (M1-A09).
internal enum DeliveryLevel
{
    Device = 0,
    Leaders = 1,
    Office = 2,
    Sections = 3,
    Units = 4,
}

/// 文件专人: who carries documents at one level of the office, or looks after a unit's document terminal.
internal sealed class DocumentKeeper
{
    public long UnitId { get; init; }

    public DeliveryLevel Level { get; init; }

    public long PersonId { get; set; }

    public DateTimeOffset SetAt { get; set; }
}

/// 来件三动作: whether a unit has downloaded, printed and presented what was sent to it.
internal sealed class UnitReceipt : IPartOfMatter
{
    public long MatterId { get; init; }

    public long UnitId { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    public DateTimeOffset? DownloadedAt { get; set; }

    public DateTimeOffset? PrintedAt { get; set; }

    public DateTimeOffset? PresentedAt { get; set; }

    /// 呈送给谁
    public string PresentedTo { get; set; } = "";

    /// The keeper was reminded of what is missing; the unit was warned that it lies there unpresented (防截流, M1-A10).
    public DateTimeOffset? RemindedAt { get; set; }

    public DateTimeOffset? WarnedAt { get; set; }

    public IEnumerable<string> Missing()
    {
        if (DownloadedAt is null) yield return "下载";
        if (PrintedAt is null) yield return "打印";
        if (PresentedAt is null) yield return "呈送";
    }
}

internal static class DeliveryLevels
{
    public static readonly IReadOnlyList<(DeliveryLevel Level, string Word, string Chaser)> All =
    [
        (DeliveryLevel.Leaders, "市领导和室领导", "联系秘书"), (DeliveryLevel.Office, "办公室", "办公室主任"), (DeliveryLevel.Sections, "科室", "科室负责人"), (DeliveryLevel.Units, "部门和下级单位", "单位负责人"),
    ];

    public static string Word(DeliveryLevel level) => All.FirstOrDefault(l => l.Level == level).Word ?? "电子公文设备";

    /// The level at which a holder stands today.
    public static DeliveryLevel Of(OrganisationBook book, long holder, long home, DateOnly day)
    {
        var participant = new Platform.Access.Participant(holder);
        var posts = participant.Kind switch
        {
            Platform.Access.ParticipantKind.Person => book.PostsOf(participant.Id, day).ToList(),
            Platform.Access.ParticipantKind.Post when book.Post(participant.Id) is { } post => [post],
            _ => [],
        };
        if (posts.Any(p => OrganisationBook.RolesOf(p).Contains("leader", StringComparer.Ordinal))) return DeliveryLevel.Leaders;
        if (posts.Any(p => OrganisationBook.RolesOf(p).Any(r => r is "office-director" or "registry-clerk"))) return DeliveryLevel.Office;
        var unit = Platform.Flows.Assigning.UnitOf(book, holder, day);
        if (unit == 0 || unit == home) return DeliveryLevel.Office;
        return book.HomeOf(unit)?.Id == home ? DeliveryLevel.Sections : DeliveryLevel.Units;
    }

    /// The unit below ours that somebody belongs to; null for our own people.
    public static long? UnitBelow(OrganisationBook book, long unit, long home) => book.HomeOf(unit) is { Kind: UnitKind.Subordinate } below && below.Id != home ? below.Id : null;
}

internal sealed class DocumentKeeperTable : IEntityTypeConfiguration<DocumentKeeper>
{
    public void Configure(EntityTypeBuilder<DocumentKeeper> table) => table.ToTable("DocumentKeeper").HasKey(k => new { k.UnitId, k.Level });
}

internal sealed class UnitReceiptTable : IEntityTypeConfiguration<UnitReceipt>
{
    public void Configure(EntityTypeBuilder<UnitReceipt> table)
    {
        table.ToTable("UnitReceipt").HasKey(r => new { r.MatterId, r.UnitId });
        table.Property(r => r.PresentedTo).HasMaxLength(60);
        table.HasIndex(r => new { r.UnitId, r.ArrivedAt });
    }
}
