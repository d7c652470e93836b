using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Filing;

/// 机构: under which code a piece of this unit may stand: the office itself, or one of its sections.
internal static class FilingSections
{
    public static IReadOnlyList<(string Code, string Name)> Of(OrganisationBook book, long unitId, DateOnly day)
    {
        var own = book.Unit(unitId) is { Code.Length: > 0 } unit ? [(unit.Code, unit.ShortName)] : Array.Empty<(string, string)>();
        var sections = book.ChildrenOf(unitId).Where(u => u.Kind == UnitKind.Section && u.Code.Length > 0 && (u.Until is null || day <= u.Until.Value.AddYears(1)));
        return [.. own, .. sections.OrderBy(u => u.SortOrder).Select(u => (u.Code, u.ShortName))];
    }
}
