using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Annotate;

/// <summary>How findings are written into a Word file.</summary>
public sealed record AnnotationOptions
{
    /// <summary>Author of comments and tracked changes.</summary>
    public string Author { get; init; } = "中枢校核";

    /// <summary>The time written beside the author; none when not given.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether certain fixes are put in as tracked changes besides the comment.</summary>
    public bool TrackFixes { get; init; }

    /// <summary>The findings whose fix a person has accepted: with <see cref="TrackFixes"/> these go in, certain or not, and no others. <c>null</c>: the certain ones.</summary>
    public IReadOnlySet<Finding>? Accepted { get; init; }
}
