using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Exchange;

/// The organisation out as a workbook and in again; the site and the command line go through here.
internal static class OrganisationWorkbook
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/organisation/export", async (Office office, CancellationToken cancel) =>
            await WorkbookDownload.AnswerAsync(string.Create(CultureInfo.InvariantCulture, $"组织机构{office.Today:yyyyMMdd}.xlsx"), book => WriteAsync(office, book, cancel)))
        .Requires(OrganisationModule.Manage).ExcludeFromDescription();

    public static async Task WriteAsync(Office office, WorkbookWriter to, CancellationToken cancel) =>
        OrganisationSheets.Write(to, await OrganisationBook.ReadAsync(office.Db, cancel), await office.Db.Set<Contact>().AsNoTracking().ToListAsync(cancel), Words.Roles(office.Rules));

    /// What the file would bring, without bringing it.
    public static async Task<Outcome<ImportPlan>> PreviewAsync(OrganisationDesk desk, Stream file, CancellationToken cancel) =>
        ImportPlan.Of(file, await OrganisationBook.ReadAsync(desk.Office.Db, cancel), await ContactsAsync(desk, cancel), new ImportOffice(desk.NewId, desk.Office.Today, Words.Roles(desk.Office.Rules)));

    /// Brings in the good rows; with faults only when that was asked for. All good rows go in together or none.
    public static async Task<Outcome<ImportPlan>> BringInAsync(OrganisationDesk desk, Stream file, bool despiteFaults, CancellationToken cancel)
    {
        ImportPlan? plan = null;
        var done = await desk.ChangeAsync(async (db, book) =>
        {
            var planned = ImportPlan.Of(file, book, await ContactsAsync(desk, cancel), new ImportOffice(desk.NewId, desk.Office.Today, Words.Roles(desk.Office.Rules)));
            if (!planned.Succeeded) return planned.Refusal;
            plan = planned.Value;
            if (plan.Faults.Count > 0 && !despiteFaults) return new Refusal("organisation.import-faults", $"有 {plan.Faults.Count} 处错误，没有导入。请改正后重新导入，或选择先导入无误的行。");
            if (plan.Good == 0) return (Act?)null;
            plan.Apply(db);
            return new Act("organisation.imported", "从表格导入组织机构：" + string.Join('、', plan.Counts.Where(c => c.New + c.Changed > 0).Select(c => $"{c.Sheet}新增{c.New}更新{c.Changed}"))) { Changes = new { plan.Counts, Faults = plan.Faults.Count } };
        }, cancel);
        return done.Succeeded ? plan! : done.Refusal;
    }

    private static Task<List<Contact>> ContactsAsync(OrganisationDesk desk, CancellationToken cancel) => desk.Office.Db.Set<Contact>().AsNoTracking().ToListAsync(cancel);
}
