using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision;

/// 督办事项 as a kind of matter. Its work does not run on a flow definition: TaskLife decides, and the pieces on desks follow it.
internal sealed class SupervisionKindOfMatter : MatterKind
{
    public const string Name = "supervision";

    public override string Kind => Name;

    public override string Title => "督办事项";

    public override string Address(string code) => $"supervision/{code}";

    public override Task<FlowCase> CaseAsync(Office office, Matter matter, CancellationToken cancel) =>
        Task.FromResult(new FlowCase(new Dictionary<string, FieldValue>(StringComparer.Ordinal), _ => null));

    public override OpinionKind OpinionAt(string stepId) => OpinionKind.Handling;

    public override bool IsFiled => true;

    /// 材料归档: after the look back, so that what is filed does not move any more.
    public override async Task<IReadOnlyDictionary<long, FilingFacts>> FilingAsync(Office office, IReadOnlyList<long> matters, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var items = await office.Db.Set<SupervisionItem>().AsNoTracking().Where(i => matters.Contains(i.MatterId)).ToListAsync(cancel);
        var tasks = (await office.Db.Set<SupervisionTask>().AsNoTracking().Where(t => matters.Contains(t.MatterId)).Select(t => new { t.MatterId, t.Title, t.LookBackOn }).ToListAsync(cancel)).ToLookup(t => t.MatterId);
        var letters = (await office.Db.Set<SentLetter>().AsNoTracking().Where(l => matters.Contains(l.MatterId)).OrderBy(l => l.Id).Select(l => new { l.MatterId, l.Number, l.At }).ToListAsync(cancel)).ToLookup(l => l.MatterId);
        return items.ToDictionary(i => i.MatterId, i => new FilingFacts
        {
            Responsible = book.Unit(i.UnitId)?.Name ?? "",
            DocumentNumber = letters[i.MatterId].FirstOrDefault()?.Number ?? "",
            DocumentDate = letters[i.MatterId].FirstOrDefault() is { } letter ? OfficeDay.Of(letter.At) : null,
            HandledBy = book.WithRole("supervision-officer", i.UnitId, office.Today).Select(o => (long?)o.Post.UnitId).FirstOrDefault(),
            Words = string.Join(' ', tasks[i.MatterId].Select(t => t.Title)),
            NotYet = tasks[i.MatterId].Any(t => t.LookBackOn is not null) ? SupervisionRefusals.LooksBackFirst : null,
        });
    }
}
