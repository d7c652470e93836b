using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Ledger;

/// What a sheet of entries came to: how many went in, how many were there already, and what is wrong row by row.
internal sealed record EntriesRead(int Entered, int Known, IReadOnlyList<SheetFault> Faults);

/// 批量登记: each row by the same rules as one entry; good rows go in, the others are named.
internal sealed class ImportEntries(Office office, RegisterEntry register, FileStore store, Uploads uploads)
{
    private const string Sheet = "报备登记";

    private sealed record Row(EntryInput Input, DateOnly On, BurdenKind Kind);

    public static Task<IResult> TemplateAsync(Office office) => WorkbookDownload.AnswerAsync("报备登记.xlsx", book =>
    {
        book.StartSheet(Sheet, new Column("单位", 24), new Column("种类*", 18), new Column("标题*", 60), new Column("日期*", 14), new Column("文号", 22), new Column("综合性", 10), new Column("报批理由", 40), new Column("有何不同", 40), new Column("批准人和依据", 40));
        book.StartSheet("填写说明", new Column("列", 14), new Column("怎样填写", 80));
        book.Row("单位", "不填即为本单位；代其他单位登记的写全称或简称。");
        book.Row("种类*", string.Join('、', office.Rules.Value(BurdenRules.Kinds).Select(k => k.Word)));
        book.Row("日期*", "印发、举行或开始的日期，写成 2026-01-31 的样子。");
        book.Row("综合性", "本系统本领域综合性会议或综合性督检考填“是”。");
        book.Row("报批理由", "超过计划或上限的填写；批准前不得印发或举行。");
        return Task.CompletedTask;
    });

    /// save = false only reads: how many rows could go in, and what is wrong in the sheet itself.
    public async Task<Outcome<EntriesRead>> RunAsync(long upload, bool save, CancellationToken cancel)
    {
        var found = await uploads.FindAsync([upload], cancel);
        if (!found.Succeeded) return found.Refusal;
        await using var content = store.Open(found.Value[0].Hash);
        return content is null ? FileRefusals.Gone(found.Value[0].Name) : await RunAsync(content, save, cancel);
    }

    public async Task<Outcome<EntriesRead>> RunAsync(Stream file, bool save, CancellationToken cancel)
    {
        if (!office.Actor.May(BurdensModule.Manage) && !office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("报备登记");
        var opened = WorkbookReader.Open(file);
        if (!opened.Succeeded) return opened.Refusal;
        using var book = opened.Value;
        var kinds = office.Rules.Value(BurdenRules.Kinds).Select((k, i) => (k.Word, Kind: (BurdenKind)(i + 1))).ToDictionary(k => k.Word, k => k.Kind, StringComparer.Ordinal);
        var reading = SheetTable.Read(book, book.SheetNames.Contains(Sheet) ? Sheet : null, ["种类", "标题", "日期"], line => Read(line, kinds));
        if (!reading.Succeeded) return reading.Refusal;
        var (entered, known, faults) = (0, 0, reading.Value.Faults.ToList());
        foreach (var (number, row) in reading.Value.Good)
        {
            if (await IsKnownAsync(row, cancel))
            {
                known++;
                continue;
            }

            if (!save)
            {
                entered++;
                continue;
            }

            var done = await register.RunAsync(row.Input, null, cancel);
            if (done.Succeeded) entered++;
            else faults.Add(new SheetFault(Sheet, number, ColumnOf(done.Refusal.Field), done.Refusal.Message));
            office.Db.ChangeTracker.Clear();
        }

        return new EntriesRead(entered, known, [.. faults.OrderBy(f => f.Row)]);
    }

    private Row? Read(SheetLine line, Dictionary<string, BurdenKind> kinds)
    {
        var (kind, title, on) = (line.Choice("种类", kinds), line.Required("标题", 200), line.Day("日期"));
        if (on is null && line.Text("日期").Length == 0) line.Fault("日期", "没有填写，请补上");
        if (kind is null || title.Length == 0 || on is not { } day) return null;
        return new Row(new EntryInput
        {
            Kind = office.Rules.WordOf(kind.Value).Id,
            Title = title,
            On = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Number = line.Text("文号", 80),
            Unit = line.Text("单位", 120),
            Comprehensive = line.Text("综合性") == "是",
            Reason = line.Text("报批理由", 1000),
            LikeReason = line.Text("有何不同", 1000),
            Approval = line.Text("批准人和依据", 500),
        }, day, kind.Value);
    }

    /// The same row sent again: same unit, kind, title and day.
    private async Task<bool> IsKnownAsync(Row row, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var issuer = row.Input.Unit.Length == 0 ? UnitCircle.SpeaksFor(book, office.Actor) : UnitCircle.Find(book, keeper, row.Input.Unit, office.Today)?.Id;
        return issuer is { } id && await office.Db.Set<BurdenEntry>().AnyAsync(e => e.KeeperId == keeper && e.IssuerId == id && e.Kind == row.Kind && e.Title == row.Input.Title && e.HappensOn == row.On && (e.State == EntryState.Counted || e.State == EntryState.Asked), cancel);
    }

    private static string ColumnOf(string? field) => field switch { "unit" => "单位", "kind" => "种类", "title" => "标题", "on" => "日期", "reason" => "报批理由", "likeReason" => "有何不同", _ => "" };
}
