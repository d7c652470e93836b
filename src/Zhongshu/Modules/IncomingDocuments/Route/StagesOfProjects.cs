using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 重大建设项目: the stage that a paper speaks of says who handles it (M1-B23). Pure.
internal static class StagesOfProjects
{
    private const double ByStage = 4.5;

    public static ProjectStage? Of(RoutingFacts facts) =>
        facts.ProjectWords.Any(facts.Mentions) ? facts.Stages.FirstOrDefault(s => s.Words.Any(w => facts.Substance.Contains(w, StringComparison.Ordinal))) ?? facts.Stages.FirstOrDefault(s => s.Words.Any(facts.Mentions)) : null;

    public static void Weigh(RoutingTally tally, OrganisationBook book, RoutingFacts facts)
    {
        if (Of(facts) is not { } stage) return;
        foreach (var duty in Answering(book, stage, facts.Day).DistinctBy(d => d.UnitId))
            tally.Add(duty.UnitId, new("遵从职能", $"重大建设项目处于“{stage.Word}”阶段，由承担“{stage.Duty}”职责的单位承办", ByStage));
    }

    /// Said when the library knows nobody for the stage.
    public static string? Gap(OrganisationBook book, RoutingFacts facts) => Of(facts) is { } stage && !Answering(book, stage, facts.Day).Any()
        ? $"来文属重大建设项目的“{stage.Word}”阶段，应由承担“{stage.Duty}”职责的单位承办，职责库中没有对应的单位，请人工核定。"
        : null;

    private static IEnumerable<Duty> Answering(OrganisationBook book, ProjectStage stage, DateOnly day) =>
        book.Duties.Where(d => DutyLibrary.IsInEffect(d, day) && d.Keywords.Split(' ').Contains(stage.Duty, StringComparer.Ordinal));
}
