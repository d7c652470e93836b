namespace Zhongshu.Platform.Rules.Keys;

/// A permission, its words, and its kind: 业务, 系统管理, 安全管理 or 审计.
internal sealed record Permission(string Id, string Word, string Kind);

/// A role that posts hold, and what it opens.
internal sealed record Role(string Id, string Word, IReadOnlyList<string> Permissions);

/// Who may do what. The three administrators are kept apart: a role holds permissions of one kind only.
internal static class AccessRules
{
    private static readonly string[] Kinds = ["业务", "系统管理", "安全管理", "审计"];

    public static readonly RuleKey<IReadOnlyList<Permission>> Permissions = RuleKey.Table("access.permissions", "岗位授权",
        r => new Permission(r.Text("id"), r.Text("word"), r.Text("kind")));

    public static readonly RuleKey<IReadOnlyList<Role>> Roles = RuleKey.Table("access.roles", "岗位授权",
        r => new Role(r.Text("id"), r.Text("word"), r.List("permissions")));

    public static readonly RuleNeeds Needs = new([Permissions, Roles], [RolesFit]);

    /// Role id to its permissions.
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> PermissionsByRole(this RuleBook book) =>
        book.Value(Roles).ToDictionary(r => r.Id, r => r.Permissions, StringComparer.Ordinal);

    /// Whether one person may hold both roles: nobody administers and does office work, or administers twice.
    public static bool MayHoldTogether(this RuleBook book, string role, string other)
    {
        var kinds = KindsById(book);
        return book.Value(Roles).Where(r => r.Id == role || r.Id == other)
            .SelectMany(r => r.Permissions).Select(p => kinds[p]).Distinct(StringComparer.Ordinal).Count() <= 1;
    }

    private static Dictionary<string, string> KindsById(RuleBook book) =>
        book.Value(Permissions).ToDictionary(p => p.Id, p => p.Kind, StringComparer.Ordinal);

    private static IEnumerable<(RuleKey Key, string Message)> RolesFit(RuleBook book)
    {
        foreach (var twice in Twice(book.Value(Permissions).Select(p => p.Id))) yield return (Permissions, $"权限“{twice}”重复。");
        foreach (var permission in book.Value(Permissions).Where(p => !Kinds.Contains(p.Kind, StringComparer.Ordinal)))
            yield return (Permissions, $"权限“{permission.Id}”的“kind”应为{string.Join('、', Kinds)}之一。");
        foreach (var twice in Twice(book.Value(Roles).Select(r => r.Id))) yield return (Roles, $"角色“{twice}”重复。");
        var kinds = book.Value(Permissions).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Kind, StringComparer.Ordinal);
        foreach (var role in book.Value(Roles))
        {
            foreach (var unknown in role.Permissions.Where(p => !kinds.ContainsKey(p)))
                yield return (Roles, $"角色“{role.Word}”的权限“{unknown}”不存在，权限见 access.permissions。");
            var held = role.Permissions.Where(kinds.ContainsKey).Select(p => kinds[p]).Distinct(StringComparer.Ordinal).ToList();
            if (held.Count > 1) yield return (Roles, $"角色“{role.Word}”兼有{string.Join('、', held)}权限；业务与系统管理、安全管理、审计须分设，请拆成不同角色。");
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) =>
        ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);
}
