using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Contacts;

internal sealed class ContactForm
{
    public long Id { get; set; }

    public string Stamp { get; set; } = "";

    public ContactCircle Circle { get; set; } = ContactCircle.Superior;

    public string? UnitName { get; set; }

    public string? PostName { get; set; }

    public string? PersonName { get; set; }

    public string? Phone { get; set; }

    public string? Note { get; set; }

    public static ContactForm Of(Contact contact) => new()
    {
        Id = contact.Id,
        Stamp = Organisation.Stamp.Of(contact),
        Circle = contact.Circle,
        UnitName = contact.UnitName,
        PostName = contact.PostName,
        PersonName = contact.PersonName,
        Phone = contact.Phone,
        Note = contact.Note,
    };

    public Refusal? Refuses()
    {
        if (string.IsNullOrWhiteSpace(UnitName)) return new Refusal("organisation.contact", "请填写单位。") { Field = "UnitName" };
        if (string.IsNullOrWhiteSpace(PersonName)) return new Refusal("organisation.contact", "请填写联系人。") { Field = "PersonName" };
        if (string.IsNullOrWhiteSpace(Phone)) return new Refusal("organisation.contact", "请填写电话。") { Field = "Phone" };
        if (!Enum.IsDefined(Circle)) return new Refusal("organisation.contact", "请选择类别。") { Field = "Circle" };
        if (UnitName.Trim().Length > 120) return Refusals.TooLong("UnitName", "单位", 120);
        if (PersonName.Trim().Length > 60) return Refusals.TooLong("PersonName", "联系人", 60);
        if (PostName?.Trim().Length > 60) return Refusals.TooLong("PostName", "岗位", 60);
        if (Phone.Trim().Length > 40) return Refusals.TooLong("Phone", "电话", 40);
        return Note?.Trim().Length > 200 ? Refusals.TooLong("Note", "备注", 200) : null;
    }
}

/// 通讯录 outside the house.
internal static class ContactChanges
{
    public static Task<Outcome<Done>> SaveAsync(OrganisationDesk desk, ContactForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, _) =>
    {
        var isNew = form.Stamp.Length == 0;
        var contact = await db.FindAsync<Contact>([form.Id], cancel);
        if (isNew && contact is not null) return (Act?)null;
        if (isNew && !desk.IsFresh(form.Id)) return Refusals.OldForm;
        if (!isNew && contact is null) return Refusal.NotFound("联系人");
        if (!isNew && Stamp.Of(contact!) != form.Stamp) return Refusals.Stale;
        if (form.Refuses() is { } refusal) return refusal;
        if (isNew) db.Add(contact = new Contact { Id = form.Id, UnitName = "", PersonName = "", Phone = "" });
        contact!.Circle = form.Circle;
        contact.UnitName = form.UnitName!.Trim();
        contact.PostName = form.PostName?.Trim() ?? "";
        contact.PersonName = form.PersonName!.Trim();
        contact.Phone = form.Phone!.Trim();
        contact.Note = form.Note?.Trim() ?? "";
        return new Act("organisation.contact", $"{(isNew ? "登记" : "修改")}联系人：{contact.UnitName} {contact.PersonName}") { Changes = new { contact.Id, After = contact } };
    }, cancel);

    public static Task<Outcome<Done>> RemoveAsync(OrganisationDesk desk, long id, CancellationToken cancel) => desk.ChangeAsync(async (db, _) =>
    {
        if (await db.FindAsync<Contact>([id], cancel) is not { } contact) return (Act?)null;
        db.Remove(contact);
        return new Act("organisation.contact-removed", $"删除联系人：{contact.UnitName} {contact.PersonName}") { Changes = new { Before = contact } };
    }, cancel);
}
