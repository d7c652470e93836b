using System.Text.RegularExpressions;
using Zhongshu.Modules.IncomingDocuments.Contracts;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Modules.Proofs.Contracts;

/// 引用文件核对: the numbers and titles that a text cites, looked up in the document base as far as the person may see it.
internal static partial class CitedDocuments
{
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(Office office, SourceDocument document, CancellationToken cancel)
    {
        var (numbers, titles) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var paragraph in document.Paragraphs)
        {
            // A citation names title and number together; what stands alone is nothing to compare.
            foreach (Match cited in Citation().Matches(paragraph.Text))
            {
                titles.Add(cited.Groups[1].Value);
                numbers.Add(cited.Groups[2].Value);
            }
        }

        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, title) in await KnownDocuments.ReadAsync(office, numbers, titles, cancel)) known.TryAdd(number, title);
        return known;
    }

    [GeneratedRegex("《((?:[^《》]|《[^《》]*》){2,120})》[（(]([^（）()\\s]{1,20}〔[0-9]{4}〕[0-9]{1,5}号)[）)]")]
    private static partial Regex Citation();
}
