using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Exchange;

/// What a sheet would bring.
internal sealed record SheetCount(string Sheet, int New, int Changed, int Same);

/// What a workbook would make of the organisation: the rows to add and to change, and every row that cannot go in, with the reason. Nothing is deleted.
internal sealed class ImportPlan
{
    private readonly List<object> _new = [];
    private readonly List<object> _changed = [];

    public List<SheetFault> Faults { get; } = [];

    public List<SheetCount> Counts { get; } = [];

    public int Good => _new.Count + _changed.Count;

    /// Reads and decides; refuses a file that is no workbook or has none of the sheets.
    public static Outcome<ImportPlan> Of(Stream file, OrganisationBook book, IReadOnlyList<Contact> contacts, ImportOffice office)
    {
        var opened = WorkbookReader.Open(file);
        if (!opened.Succeeded) return opened.Refusal;
        using var reader = opened.Value;
        var plan = new ImportPlan();
        var rows = new Dictionary<string, IReadOnlyList<ImportRow>>(StringComparer.Ordinal);
        foreach (var (sheet, (required, read)) in ImportRows.Sheets(office.Roles))
        {
            if (!reader.SheetNames.Contains(sheet, StringComparer.Ordinal)) continue;
            var reading = SheetTable.Read(reader, sheet, required, read);
            if (!reading.Succeeded) return reading.Refusal;
            plan.Faults.AddRange(reading.Value.Faults);
            rows[sheet] = [.. reading.Value.Good.Select(g => g.Value)];
        }

        if (rows.Count == 0) return new Refusal("organisation.import", $"表格里没有可导入的工作表。请用导出的表格作模板，工作表名称为：{string.Join('、', OrganisationSheets.All)}。");
        new ImportResolution(plan, rows, book, office).Resolve(contacts);
        plan.Faults.Sort((a, b) => (Order(a), a.Row).CompareTo((Order(b), b.Row)));
        return plan;
    }

    public void Take<T>(string sheet, IEnumerable<T> rows, Func<T, T?> known) where T : class
    {
        var (added, changed, same) = (0, 0, 0);
        foreach (var row in rows)
        {
            var before = known(row);
            if (before is null)
            {
                _new.Add(row);
                added++;
            }
            else if (Stamp.Of(before) == Stamp.Of(row))
            {
                same++;
            }
            else
            {
                _changed.Add(row);
                changed++;
            }
        }

        Counts.Add(new SheetCount(sheet, added, changed, same));
    }

    public void Apply(OfficeDb db)
    {
        db.AddRange(_new);
        db.UpdateRange(_changed);
    }

    private static int Order(SheetFault fault) => OrganisationSheets.All.ToList().IndexOf(fault.Sheet);
}

/// What deciding needs of the moment: new numbers and the day.
internal sealed record ImportOffice(Func<long> NewId, DateOnly Today, IReadOnlyDictionary<string, string> Roles);
