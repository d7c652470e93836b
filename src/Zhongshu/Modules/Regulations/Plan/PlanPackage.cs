using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Regulations.Plan;

/// 配套: the document above that a task of the plan goes with.
public sealed class PackageTask
{
    public long TaskId { get; init; }

    public required string Above { get; init; }
}

internal sealed class PackageTaskTable : IEntityTypeConfiguration<PackageTask>
{
    public void Configure(EntityTypeBuilder<PackageTask> table)
    {
        table.ToTable("PackageTask").HasKey(t => t.TaskId);
        table.Property(t => t.TaskId).ValueGeneratedNever();
        table.Property(t => t.Above).HasMaxLength(RegulationLimits.Title);
    }
}

/// What goes with a document that is being drafted for a higher authority: one line a regulation, 制定 or 修订.
public sealed record PackageInput(string Above, string Lines, string Approval, string Level, long Unit, string DueOn);

/// 配套清单: planned together, while the document above is still being drafted.
internal sealed class PlanPackage(Office office, PlanRegulation plan)
{
    private const string Mark = "有新要求";
    private const int MostLines = 30;

    public Task<Outcome<int>> RunAsync(PackageInput input, string? once, CancellationToken cancel) => office.WriteAsync<int>(once, async () =>
    {
        if (input.Above.Length is 0 or > RegulationLimits.Title) return RegulationRefusals.Missing("above", $"请填写代拟的上位文件名称，最多{RegulationLimits.Title}字。");
        var lines = Lines(input.Lines);
        if (!lines.Succeeded) return lines.Refusal;
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var revised = lines.Value.Where(l => l.Kind == PlanKind.Revise).Select(l => l.Title).ToArray();
        var held = (await office.Db.Set<Regulation>().Where(r => r.KeeperId == keeper && revised.Contains(r.Title) && r.State != RegulationState.Abolished).Select(r => new { r.Id, r.Title }).ToListAsync(cancel)).ToLookup(r => r.Title, r => r.Id, StringComparer.Ordinal);
        foreach (var (kind, title) in lines.Value)
        {
            var of = kind == PlanKind.Revise ? held[title].Order().LastOrDefault() : 0;
            if (kind == PlanKind.Revise && of == 0) return RegulationRefusals.Missing("lines", $"台账里没有“{title}”，不能修订。请核对名称，新定的写“制定”。");
            var done = await plan.EnterAsync(new PlanInput
            {
                Kind = kind, Regulation = of, Title = title, Mark = office.Rules.Value(RegulationRules.Marks).Contains(Mark) ? Mark : office.Rules.Value(RegulationRules.Marks)[0], Reason = $"与《{input.Above}》配套。", Content = $"落实《{input.Above}》的有关规定。",
                Approval = input.Approval, Level = input.Level, Unit = input.Unit, DueOn = input.DueOn,
            }, cancel);
            if (!done.Succeeded) return done.Refusal;
            office.Db.Add(new PackageTask { TaskId = done.Value.Id, Above = input.Above });
        }

        return lines.Value.Count;
    }, cancel);

    /// 制定 会议名单核对办法 or 修订 公文核稿办法, a line each. Pure.
    public static Outcome<IReadOnlyList<(PlanKind Kind, string Title)>> Lines(string text)
    {
        var lines = new List<(PlanKind, string)>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var kind = line.StartsWith("制定", StringComparison.Ordinal) ? PlanKind.Make : line.StartsWith("修订", StringComparison.Ordinal) ? PlanKind.Revise : default;
            var title = kind == default ? "" : line[2..].Trim(' ', '\u3000', '：', ':', '《', '》', '。');
            if (title.Length is 0 or > RegulationLimits.Title) return RegulationRefusals.Missing("lines", $"“{line}”看不明白。请写成“制定 某某办法”或“修订 某某办法”，一行一项。");
            lines.Add((kind, title));
        }

        if (lines.Count is 0 or > MostLines) return RegulationRefusals.Missing("lines", $"请列出要配套制定、修订的制度，一行一项，最多{MostLines}项；确实不需要配套的不必登记。");
        return lines.DistinctBy(l => l.Item2).Count() < lines.Count ? RegulationRefusals.Missing("lines", "同一项制度列了两次，请删去一处。") : lines;
    }
}
