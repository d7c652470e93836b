using Microsoft.EntityFrameworkCore;
using Zhongshu.Demo;
using Zhongshu.Modules.Organisation;
using Zhongshu.Modules.Organisation.Exchange;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Tests.Modules.Organisation;

public sealed class OrganisationWorkbookTests
{
    private static readonly CancellationToken Go = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 11, 22);
    private long _next = 900_000;

    private static readonly IReadOnlyDictionary<string, string> Roles = Words.Roles(OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!);

    private ImportOffice Moment => new(() => _next++, Today, Roles);

    private static MemoryStream Written(Action<WorkbookWriter> write)
    {
        var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) write(book);
        file.Position = 0;
        return file;
    }

    private static MemoryStream Exported(OrganisationBook book, IEnumerable<Contact> contacts) => Written(to => OrganisationSheets.Write(to, book, contacts, Roles));

    private static List<string> Cells(Stream file)
    {
        file.Position = 0;
        using var book = WorkbookReader.Open(file).Value;
        return [.. book.SheetNames.SelectMany(s => book.Rows(s).Select(r => $"{s}|{string.Join('|', r.Cells)}"))];
    }

    [Fact]
    public void an_export_brought_in_again_changes_nothing()
    {
        var office = DemoOffice.Read();
        var plan = ImportPlan.Of(Exported(office.Book(), office.Contacts), office.Book(), office.Contacts, Moment).Value;

        plan.Faults.ShouldBeEmpty();
        plan.Good.ShouldBe(0);
        plan.Counts.Single(c => c.Sheet == "人员").Same.ShouldBe(office.People.Count);
    }

    [Fact]
    public async Task an_export_brought_into_an_empty_office_makes_the_same_office()
    {
        await using var empty = await OrganisationOffice.OpenAsync(demo: false);
        var office = DemoOffice.Read();
        using var exported = Exported(office.Book(), office.Contacts);

        var brought = await empty.AdministerAsync(desk => OrganisationWorkbook.BringInAsync(desk, exported, despiteFaults: false, Go));

        brought.Succeeded.ShouldBeTrue(brought.Refusal?.Message);
        var contacts = await empty.ReadAsync(db => db.Set<Contact>().ToListAsync());
        Cells(Exported(await empty.BookAsync(), contacts)).ShouldBe(Cells(exported));
        (await empty.TrailAsync())[^1].Text.ShouldContain("人员新增51更新0");
    }

    [Fact]
    public void bad_rows_are_named_one_by_one_and_the_good_ones_are_ready()
    {
        var book = DemoOffice.Read().Book();
        var file = Written(b =>
        {
            b.StartSheet("单位", new Column("名称"), new Column("类型"), new Column("上级单位"), new Column("机构代码"));
            b.Row("外事科", "内设科室", "市政府办", "WSK");
            b.Row("法规科", "内设科室", "没有的单位", "FGK");
            b.Row("侨务科", "科室", "市政府办", "QWK");
            b.Row("港澳科", "内设科室", "市政府办", "港澳");
            b.StartSheet("人员", new Column("姓名"), new Column("涉密等级"), new Column("邮箱"));
            b.Row("禾新苗", "秘密", "h@yunling.example");
            b.Row("", "秘密");
            b.Row("穗新黄", "很高");
            b.StartSheet("任职", new Column("人员"), new Column("单位"), new Column("岗位"), new Column("任职日期"), new Column("主职"));
            b.Row("禾新苗", "秘书二科", "科员", "2026-11-01", "是");
            b.Row("禾小满", "秘书二科", "科长", "2026-11-01", "否");
            b.Row("穗新黄", "秘书二科", "科员", "2026-11-01", "否");
            b.Row("墨言信", "秘书二科", "处长", "去年", "否");
        });

        var plan = ImportPlan.Of(file, book, [], Moment).Value;

        plan.Faults.Select(f => (f.Sheet, f.Row, f.Column)).ShouldBe(
        [
            ("单位", 3, "上级单位"), ("单位", 4, "类型"), ("单位", 5, ""),
            ("人员", 3, "姓名"), ("人员", 4, "涉密等级"),
            ("任职", 3, "人员"), ("任职", 4, "人员"), ("任职", 5, "任职日期"),
        ]);
        plan.Faults.Single(f => f is { Sheet: "任职", Row: 3 }).Message.ShouldContain("同名");
        plan.Counts.Where(c => c.New > 0).Select(c => (c.Sheet, c.New)).ShouldBe([("单位", 1), ("人员", 1), ("任职", 1)]);
    }

    [Fact]
    public void parents_may_stand_below_their_children_and_a_row_without_a_number_updates_the_one_it_names()
    {
        var book = DemoOffice.Read().Book();
        var file = Written(b =>
        {
            b.StartSheet("单位", new Column("名称"), new Column("类型"), new Column("上级单位"), new Column("简称"), new Column("设立日期"));
            b.Row("办公室", "内设科室", "云岭市林业局", "", "2026-01-01");
            b.Row("云岭市林业局", "下级单位", "云岭市人民政府办公室", "市林业局", "2026-01-01");
            b.Row("秘书一科", "内设科室", "市政府办", "一科", "2010-01-01");
        });

        var plan = ImportPlan.Of(file, book, [], Moment).Value;

        plan.Faults.ShouldBeEmpty();
        plan.Counts.Single(c => c.Sheet == "单位").ShouldBe(new SheetCount("单位", 2, 1, 0));
    }

    [Fact]
    public async Task with_faults_nothing_goes_in_unless_it_was_asked_for()
    {
        await using var office = await OrganisationOffice.OpenAsync();
        using var file = Written(b =>
        {
            b.StartSheet("人员", new Column("姓名"), new Column("涉密等级"));
            b.Row("禾新苗", "无");
            b.Row("穗新黄", "很高");
        });

        (await office.AdministerAsync(desk => OrganisationWorkbook.BringInAsync(desk, file, despiteFaults: false, Go))).Refusal!.Message.ShouldContain("有 1 处错误");
        (await office.BookAsync()).People.ShouldNotContain(p => p.Name == "禾新苗");
        (await office.AdministerAsync(desk => OrganisationWorkbook.BringInAsync(desk, file, despiteFaults: true, Go))).Value.Good.ShouldBe(1);
        (await office.BookAsync()).People.ShouldContain(p => p.Name == "禾新苗");
    }

    [Fact]
    public void a_file_without_any_of_the_sheets_is_refused_with_their_names() =>
        ImportPlan.Of(Written(b => b.StartSheet("名单", new Column("姓名"))), DemoOffice.Read().Book(), [], Moment).Refusal!.Message.ShouldContain("单位、岗位、人员");
}
