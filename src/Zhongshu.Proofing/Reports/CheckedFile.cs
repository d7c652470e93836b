using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Reports;

/// <summary>A file that was checked, for a report.</summary>
/// <param name="Name">Name or relative path.</param>
/// <param name="Document">What was read out of it.</param>
/// <param name="Findings">What the check found, in the order of the text.</param>
public sealed record CheckedFile(string Name, SourceDocument Document, IReadOnlyList<Finding> Findings)
{
    /// <summary>The structure the check was made on, for the sheets of the report; <c>null</c> for lines without one.</summary>
    public DocumentStructure? Structure { get; init; }
}
