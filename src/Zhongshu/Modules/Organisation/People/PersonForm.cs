using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.People;

internal sealed class PersonForm
{
    public long Id { get; set; }

    public string Stamp { get; set; } = "";

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public int SortOrder { get; set; }

    public static PersonForm Of(Person person) => new()
    {
        Id = person.Id,
        Stamp = Organisation.Stamp.Of(person),
        Name = person.Name,
        Phone = person.Phone,
        Email = person.Email,
        SortOrder = person.SortOrder,
    };

    public Refusal? Refuses()
    {
        if (string.IsNullOrWhiteSpace(Name)) return new Refusal("organisation.person-name", "请填写姓名。") { Field = "Name" };
        if (Name.Trim().Length > 60) return Refusals.TooLong("Name", "姓名", 60);
        if (Phone?.Trim().Length > 40) return Refusals.TooLong("Phone", "电话", 40);
        if (Email?.Trim().Length > 120) return Refusals.TooLong("Email", "邮箱", 120);
        if (!string.IsNullOrWhiteSpace(Email) && !Email.Contains('@', StringComparison.Ordinal)) return new Refusal("organisation.email", "邮箱格式不对，应含 @。") { Field = "Email" };
        return null;
    }

    public void CopyTo(Person person)
    {
        person.Name = Name!.Trim();
        person.Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim();
        person.Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        person.SortOrder = SortOrder;
    }
}

internal sealed class HoldingForm
{
    public long Id { get; set; }

    public long PersonId { get; set; }

    public long PostId { get; set; }

    public DateOnly? Since { get; set; }

    public bool IsPrimary { get; set; }
}
