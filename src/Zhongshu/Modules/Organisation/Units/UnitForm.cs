using System.Text.RegularExpressions;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Organisation.Units;

/// What the unit's form asks for.
internal sealed partial class UnitForm
{
    public long Id { get; set; }

    /// Print of the row when the form was opened; empty for a new unit.
    public string Stamp { get; set; } = "";

    public long? ParentId { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public string? Code { get; set; }

    public UnitKind Kind { get; set; }

    public string? FondsNumber { get; set; }

    public int SortOrder { get; set; }

    public DateOnly? Since { get; set; }

    public static UnitForm Of(Unit unit) => new()
    {
        Id = unit.Id,
        Stamp = Organisation.Stamp.Of(unit),
        ParentId = unit.ParentId,
        Name = unit.Name,
        ShortName = unit.ShortName,
        Code = unit.Code,
        Kind = unit.Kind,
        FondsNumber = unit.FondsNumber,
        SortOrder = unit.SortOrder,
        Since = unit.Since,
    };

    /// Whether this unit may stand so in the organisation. Pure.
    public Refusal? Refuses(OrganisationBook book, DateOnly day)
    {
        var name = Name?.Trim() ?? "";
        if (name.Length == 0) return Refusals.NoName;
        if (name.Length > 120) return Refusals.TooLong("Name", "单位名称", 120);
        if (ShortName?.Trim().Length > 40 || (string.IsNullOrWhiteSpace(ShortName) && name.Length > 40)) return Refusals.TooLong("ShortName", "简称", 40);
        if (!string.IsNullOrWhiteSpace(Code) && !CodeShape().IsMatch(Code.Trim())) return Refusals.CodeShape;
        if (FondsNumber?.Trim().Length > 12) return Refusals.TooLong("FondsNumber", "全宗号", 12);
        if (!Enum.IsDefined(Kind)) return new Refusal("organisation.kind", "请选择单位类型。") { Field = "Kind" };
        if (Since is null) return Refusals.NoSince;
        if (ParentId is { } parent && (book.Unit(parent) is not { } above || above.Until < day)) return new Refusal("organisation.parent", "上级单位已撤销或不存在，请另选。") { Field = "ParentId" };
        if (Kind == UnitKind.Section && ParentId is null) return Refusals.NoParent;
        if (ParentId is { } up && IsWithin(book, up, Id)) return Refusals.OwnDescendant;
        var twin = book.ChildrenOf(ParentId).FirstOrDefault(u => u.Id != Id && u.Name == name && (u.Until is null || day <= u.Until));
        return twin is null ? null : Refusals.SameName(name, ParentId is { } id ? book.Unit(id)!.ShortName : "同级");
    }

    /// Whether a unit is another one or stands somewhere below it.
    public static bool IsWithin(OrganisationBook book, long unitId, long ancestorId)
    {
        var unit = book.Unit(unitId);
        for (var steps = 0; unit is not null && steps < 50; steps++)
        {
            if (unit.Id == ancestorId) return true;
            unit = unit.ParentId is { } parent ? book.Unit(parent) : null;
        }

        return unit is not null;
    }

    public void CopyTo(Unit unit)
    {
        unit.ParentId = ParentId;
        unit.Name = Name!.Trim();
        unit.ShortName = string.IsNullOrWhiteSpace(ShortName) ? unit.Name : ShortName.Trim();
        unit.Code = Code?.Trim() ?? "";
        unit.Kind = Kind;
        unit.FondsNumber = string.IsNullOrWhiteSpace(FondsNumber) ? null : FondsNumber.Trim();
        unit.SortOrder = SortOrder;
        unit.Since = Since!.Value;
    }

    [GeneratedRegex("^[A-Z0-9]{2,12}$")]
    private static partial Regex CodeShape();
}
