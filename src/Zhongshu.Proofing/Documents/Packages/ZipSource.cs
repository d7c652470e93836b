using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Zhongshu.Proofing.Documents.Packages;

/// <summary>The parts of a zip package, read under limits: count, unpacked bytes, ratio, time. Follows no reference out of the file.</summary>
internal sealed class ZipSource : IDisposable
{
    private static readonly XmlReaderSettings XmlSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private static readonly XmlReaderSettings FaithfulSettings = Faithful();

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadBudget _budget;

    private ZipSource(ZipArchive archive, ReadBudget budget)
    {
        _archive = archive;
        _budget = budget;
        foreach (var entry in archive.Entries) _entries.TryAdd(Normalise(entry.FullName), entry);
    }

    public ReadBudget Budget => _budget;

    public IEnumerable<string> Names => _entries.Keys;

    public static ZipSource Open(byte[] bytes, ReadBudget budget)
    {
        var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > budget.Limits.Entries) throw new ReadStop(Refusals.ZipBomb);
        if (archive.Entries.Any(e => e.IsEncrypted)) throw new ReadStop(Refusals.Password);
        return new ZipSource(archive, budget);
    }

    public bool Has(string name) => _entries.ContainsKey(Normalise(name));

    public XmlReader? OpenXml(string name) => Open(name, XmlSettings);

    public XDocument? LoadXml(string name)
    {
        using var reader = OpenXml(name);
        return reader is null ? null : XDocument.Load(reader);
    }

    /// <summary>The part with its blanks and comments, to be written back.</summary>
    public XDocument? LoadWhole(string name)
    {
        using var reader = Open(name, FaithfulSettings);
        return reader is null ? null : XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Resolves a target against the part that names it; <c>null</c> when it points out of the package.</summary>
    public static string? Resolve(string fromPart, string target)
    {
        var segments = new List<string>();
        if (!target.StartsWith('/')) segments.AddRange(fromPart.Split('/').SkipLast(1));
        foreach (var segment in target.Replace('\\', '/').Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count == 0) return null;
            else segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    private XmlReader? Open(string name, XmlReaderSettings settings)
    {
        if (!_entries.TryGetValue(Normalise(name), out var entry)) return null;
        return XmlReader.Create(new BoundedStream(entry.Open(), entry.CompressedLength, _budget), settings);
    }

    private static XmlReaderSettings Faithful()
    {
        var settings = XmlSettings.Clone();
        (settings.IgnoreComments, settings.IgnoreProcessingInstructions) = (false, false);
        return settings;
    }

    private static string Normalise(string name) => name.Replace('\\', '/').TrimStart('/');
}
