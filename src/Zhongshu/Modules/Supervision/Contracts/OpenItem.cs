using System.Globalization;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Contracts;

/// What another module puts under supervision: a task with its unit, its measure, its day, and the paper it comes from.
internal sealed record ItemWanted(string Title, string Origin, string LeadUnit, string SupportingUnit, string Measure, DateOnly DueOn);

/// 转督办 from another module: docketed in the caller's own write transaction.
internal sealed class OpenItem(Office office, DocketItem docket)
{
    /// The code of the new item; the caller saves.
    public async Task<Outcome<string>> AddAsync(ItemWanted wanted, CancellationToken cancel)
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("督查立项");
        var book = await office.BookAsync(cancel);
        var input = new DocketInput
        {
            Title = wanted.Title,
            Source = "meeting",
            Origin = wanted.Origin,
            ShortReason = "按约定时限",
            Limit = office.Rules.Value(SupervisionRules.Limits)[^1].Id,
            Tasks = [new TaskInput { Title = wanted.Title, Lead = wanted.LeadUnit, Support = wanted.SupportingUnit, Measure = wanted.Measure, Due = wanted.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }],
        };
        var form = input.Read(office.Rules, book, office.Today);
        if (!form.Succeeded) return form.Refusal;
        var planned = DocketRules.Decide(form.Value, office.Rules, book, office.Today);
        return planned.Succeeded ? (await docket.AddAsync(form.Value, planned.Value, cancel)).Code : planned.Refusal;
    }
}
