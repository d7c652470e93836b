using System.Globalization;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Exchange;

/// The whole organisation as one workbook; what is written here is what the import reads.
internal static class OrganisationSheets
{
    public static readonly IReadOnlyList<string> All = ["单位", "岗位", "人员", "任职", "分管", "AB角", "联系秘书", "职责", "通讯录"];

    public static void Write(WorkbookWriter to, OrganisationBook book, IEnumerable<Contact> contacts, IReadOnlyDictionary<string, string> roles)
    {
        var names = new Names(book.Units, book.Posts, book.People);
        WriteUnits(to, book, names, roles);
        WritePeople(to, book, names);
        WriteStanding(to, book, names);
        to.StartSheet("职责", new("编号", 8), new("单位", 40), new("类别", 12), new("职责", 40), new("关键词", 50), new("审批决定事项", 30), new("专题", 16), new("总牵头", 8), new("起始日期", 12), new("终止日期", 12));
        foreach (var d in book.Duties.OrderBy(d => d.Id)) to.Row(Id(d.Id), names.Path(d.UnitId), Words.Of(Words.DutyKinds, d.Kind), d.Title, d.Keywords, d.Approves, d.Topic, d.IsLead ? "是" : "", d.Since, d.Until);
        to.StartSheet("通讯录", new("编号", 8), new("类别", 14), new("单位", 30), new("岗位", 16), new("联系人", 12), new("电话", 16), new("备注", 30));
        foreach (var c in contacts.OrderBy(c => c.Id)) to.Row(Id(c.Id), Words.Of(Words.Circles, c.Circle), c.UnitName, c.PostName, c.PersonName, c.Phone, c.Note);
    }

    private static void WriteUnits(WorkbookWriter to, OrganisationBook book, Names names, IReadOnlyDictionary<string, string> roles)
    {
        to.StartSheet("单位", new("编号", 8), new("名称", 36), new("简称", 18), new("类型", 14), new("上级单位", 40), new("机构代码", 10), new("全宗号", 10), new("排序", 8), new("设立日期", 12), new("撤并日期", 12), new("承接单位", 40));
        foreach (var u in book.Units.OrderBy(u => u.SortOrder).ThenBy(u => u.Id))
            to.Row(Id(u.Id), u.Name, u.ShortName, Words.Of(Words.UnitKinds, u.Kind), u.ParentId is { } parent ? names.Path(parent) : null, u.Code, u.FondsNumber, u.SortOrder, u.Since, u.Until, u.SuccessorId is { } successor ? names.Path(successor) : null);
        to.StartSheet("岗位", new("编号", 8), new("单位", 40), new("岗位", 20), new("角色", 30), new("排序", 8), new("撤销日期", 12));
        foreach (var p in book.Posts.OrderBy(p => p.SortOrder).ThenBy(p => p.Id)) to.Row(Id(p.Id), names.Path(p.UnitId), p.Name, Words.RolesOf(p, roles), p.SortOrder, p.Until);
    }

    private static void WritePeople(WorkbookWriter to, OrganisationBook book, Names names)
    {
        to.StartSheet("人员", new("编号", 8), new("姓名", 12), new("电话", 16), new("邮箱", 26), new("涉密等级", 10), new("领导排序", 10), new("排序", 8), new("离任日期", 12));
        foreach (var p in book.People.OrderBy(p => p.SortOrder).ThenBy(p => p.Id)) to.Row(Id(p.Id), p.Name, p.Phone, p.Email, Words.Of(Words.Clearances, p.Clearance), p.Precedence, p.SortOrder, p.Until);
        to.StartSheet("任职", new("编号", 8), new("人员", 14), new("单位", 40), new("岗位", 20), new("任职日期", 12), new("免职日期", 12), new("主职", 8));
        foreach (var h in book.Holdings.OrderBy(h => h.Id))
            if (book.Post(h.PostId) is { } post) to.Row(Id(h.Id), names.Person(h.PersonId), names.Path(post.UnitId), post.Name, h.Since, h.Until, h.IsPrimary ? "是" : "否");
    }

    private static void WriteStanding(WorkbookWriter to, OrganisationBook book, Names names)
    {
        to.StartSheet("分管", new("编号", 8), new("领导", 14), new("分管单位", 40), new("分管工作", 40), new("起始日期", 12), new("终止日期", 12));
        foreach (var p in book.Portfolios.OrderBy(p => p.Id)) to.Row(Id(p.Id), names.Person(p.LeaderId), p.UnitId is { } unit ? names.Path(unit) : null, p.Field, p.Since, p.Until);
        to.StartSheet("AB角", new("编号", 8), new("A角", 14), new("B角", 14));
        foreach (var d in book.Deputies.OrderBy(d => d.Id)) to.Row(Id(d.Id), names.Person(d.PersonId), names.Person(d.DeputyId));
        to.StartSheet("联系秘书", new("编号", 8), new("领导", 14), new("秘书", 14));
        foreach (var s in book.Secretaries.OrderBy(s => s.Id)) to.Row(Id(s.Id), names.Person(s.LeaderId), names.Person(s.SecretaryId));
    }

    /// As text: spreadsheet programs round long numbers.
    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
