using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Plans;

/// 计划表: a row a unit and kind with last year's figure; read back whole or named fault by fault.
internal sealed class ImportPlan(Office office, SetPlan plans, FileStore store)
{
    private const string Sheet = "年度计划";
    private const int MostTold = 3;

    public static Task<IResult> TemplateAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("年度计划.xlsx", async book =>
    {
        var people = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(people, office.Actor);
        var board = await LedgerBoard.ReadAsync(office, keeper, year is > 2000 and < 2100 ? year.Value : office.Today.Year, cancel);
        var lines = board.Lines.ToDictionary(l => (l.UnitId, l.Kind));
        book.StartSheet(Sheet, new Column("单位*", 24), new Column("种类*", 20), new Column("计划*", 10), new Column("上年实际", 12), new Column("增加的理由", 50));
        foreach (var unit in UnitCircle.Rows(people, keeper, office.Today).Where(u => u.Kind != Platform.Organisation.UnitKind.Superior))
            foreach (var kind in Enum.GetValues<BurdenKind>())
            {
                var line = lines.GetValueOrDefault((unit.Id, kind));
                book.Row(unit.ShortName, office.Rules.WordOf(kind).Word, line?.Planned, line?.LastYear, default);
            }
    });

    public async Task<Outcome<int>> RunAsync(int year, UploadedFile file, CancellationToken cancel)
    {
        await using var content = store.Open(file.Hash);
        return content is null ? FileRefusals.Gone(file.Name) : await RunAsync(year, content, cancel);
    }

    public async Task<Outcome<int>> RunAsync(int year, Stream file, CancellationToken cancel)
    {
        var opened = WorkbookReader.Open(file);
        if (!opened.Succeeded) return opened.Refusal;
        using var book = opened.Value;
        var people = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(people, office.Actor);
        var kinds = office.Rules.Value(BurdenRules.Kinds).Select((k, i) => (k.Word, Kind: (BurdenKind)(i + 1))).ToDictionary(k => k.Word, k => k.Kind, StringComparer.Ordinal);
        var reading = SheetTable.Read(book, book.SheetNames.Contains(Sheet) ? Sheet : null, ["单位", "种类", "计划"], line =>
        {
            var name = line.Required("单位");
            var kind = line.Choice("种类", kinds);
            if (line.Text("计划").Length == 0) return null;
            var planned = line.Whole("计划", 0, 100_000);
            var unit = UnitCircle.Find(people, keeper, name, office.Today);
            if (unit is null) line.Fault("单位", $"台账里没有“{name}”，请填写全称或简称");
            return unit is null || kind is null || planned is null ? null : new PlanForm(unit.Id, kind.Value, planned.Value, line.Whole("上年实际", 0, 1_000_000), line.Text("增加的理由", 1000));
        });
        if (!reading.Succeeded) return reading.Refusal;
        if (reading.Value.Faults is { Count: > 0 } faults) return new Refusal("burdens.sheet", $"有{faults.Count}处要改，没有导入：{string.Join('；', faults.Take(MostTold))}。请改正后再传。");
        return await plans.RunAsync(year, [.. reading.Value.Good.Select(g => g.Value).DistinctBy(p => (p.IssuerId, p.Kind))], cancel);
    }
}
