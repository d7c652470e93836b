using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Import;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision;

public sealed class ImportTests
{
    [Fact]
    [Trait("req", "M7-B03")]
    public async Task Of_ten_thousand_rows_the_three_hundred_bad_ones_are_named_row_by_row_and_the_rest_may_go_in()
    {
        await using var file = await WorkbookAsync(10_000, row => row % 33 == 0 && row <= 9_900 ? "不存在的单位" : "市发展改革委");

        var reading = ImportSheet.Read(file, "政府工作报告", (Tasks.Book, DemoOffice.Present.Book(), Tasks.Monday)).Value;

        reading.Good.Count.ShouldBe(9_700);
        reading.Faults.Count.ShouldBe(300);
        reading.Faults.Select(f => f.Row - 1).ShouldBe(Enumerable.Range(1, 300).Select(i => i * 33));
        reading.Faults.ShouldAllBe(f => f.Column == "牵头单位" && f.Message.Contains("不存在的单位"));
    }

    [Fact]
    public async Task A_list_goes_in_once_and_lies_on_the_desks_of_its_units()
    {
        await using var scene = await Scene.OpenAsync();
        await using var file = await WorkbookAsync(3, row => row == 2 ? "" : "市发展改革委");
        var upload = await scene.AsAsync("supervision", async s => (await s.GetRequiredService<ReceiveFile>().RunAsync(file, "清单.xlsx", default)).Value.File.Id);

        (await RunAsync(scene, upload)).ShouldBe(2);
        (await RunAsync(scene, upload)).ShouldBe(0);

        (await scene.DeskAsync("bureau")).ToDo.Count.ShouldBe(2);
        (await scene.DeskAsync("supervision")).ToDo.ShouldBeEmpty();
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SupervisionItem>().ToListAsync())).ShouldAllBe(i => i.Source == SourceKind.Yearly && i.IsOpen);
    }

    [Fact]
    [Trait("req", "M7-A36")]
    public async Task What_has_no_unit_of_its_own_is_taken_by_the_office_from_a_list_too()
    {
        await using var file = await WorkbookAsync(2, row => row == 1 ? "办公室兜底" : "市发展改革委");
        var reading = ImportSheet.Read(file, "政府工作报告", (Tasks.Book, DemoOffice.Present.Book(), Tasks.Monday)).Value;
        reading.Faults.ShouldBeEmpty();
        reading.Good.Select(g => g.Value.Planned.Tasks.Single().IsFallback).ShouldBe([true, false]);
        reading.Good[0].Value.Planned.Tasks.Single().LeadUnitId.ShouldNotBe(0);
    }

    [Fact]
    public async Task The_trail_gives_a_reason_for_a_short_deadline_only_where_it_is_short()
    {
        await using var scene = await Scene.OpenAsync();
        await using var file = await WorkbookAsync(1, _ => "市发展改革委");
        var upload = await scene.AsAsync("supervision", async s => (await s.GetRequiredService<ReceiveFile>().RunAsync(file, "清单.xlsx", default)).Value.File.Id);
        await RunAsync(scene, upload);
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<TrailEntry>().Select(t => t.Text).ToListAsync())).ShouldAllBe(t => !t.Contains("缩短时限"));
    }

    private static Task<int> RunAsync(Scene scene, long upload) =>
        scene.AsAsync("supervision", async s => (await s.GetRequiredService<ImportTasks>().RunAsync(upload, "2027年政府工作报告", true, default)).Value);

    private static Task<FileStream> WorkbookAsync(int rows, Func<int, string> lead) => WorkbookDownload.ToTemporaryFileAsync(book =>
    {
        book.StartSheet("任务清单", new Column("任务*"), new Column("牵头单位*"), new Column("成果和标准"), new Column("完成时限*"));
        for (var row = 1; row <= rows; row++) book.Row($"重点任务第{row}项", lead(row), "年底前完成", new DateOnly(2027, 12, 31));
        return Task.CompletedTask;
    });
}
