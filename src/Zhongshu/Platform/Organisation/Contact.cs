using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Organisation;

/// Which circle of the contact book (通讯录) an entry stands in.
internal enum ContactCircle
{
    /// 上级机关
    Superior = 1,

    /// 同级几套班子
    PeerOrgan = 2,

    /// 兄弟省市
    Sister = 3,

    /// 下级市县
    Subordinate = 4,

    /// 直属单位与部门
    Department = 5,
}

/// 联系人 outside the own house: whom to call at another unit.
internal sealed class Contact
{
    public long Id { get; init; }

    public ContactCircle Circle { get; set; }

    public required string UnitName { get; set; }

    public string PostName { get; set; } = "";

    public required string PersonName { get; set; }

    public required string Phone { get; set; }

    public string Note { get; set; } = "";
}

internal sealed class ContactTable : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> table)
    {
        table.ToTable("Contact").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.UnitName).HasMaxLength(120);
        table.Property(c => c.PostName).HasMaxLength(60);
        table.Property(c => c.PersonName).HasMaxLength(60);
        table.Property(c => c.Phone).HasMaxLength(40);
        table.Property(c => c.Note).HasMaxLength(200);
    }
}
