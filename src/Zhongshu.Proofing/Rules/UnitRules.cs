namespace Zhongshu.Proofing.Rules;

/// <summary>The unit's own rules (placeholder shape, widened below).</summary>
public sealed record UnitRules
{
    /// <summary>No rules of its own.</summary>
    public static UnitRules None { get; } = new();
}
