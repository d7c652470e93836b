namespace Zhongshu.Proofing.Documents;

/// <summary>How much of a stranger's file is read before it is refused. Safety limits, set by the deployment; no rule of an office.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits of a deployment that sets none.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 100L << 20;

    /// <summary>Bytes that all parts read may unpack to.</summary>
    public long UnpackedBytes { get; init; } = 512L << 20;

    /// <summary>Unpacked to packed bytes of one part, looked at from <see cref="RatioFrom"/> on.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Unpacked bytes below which no ratio is looked at.</summary>
    public long RatioFrom { get; init; } = 4L << 20;

    /// <summary>Parts in a package.</summary>
    public int Entries { get; init; } = 20_000;

    /// <summary>Nesting of XML elements.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Paragraphs in a document.</summary>
    public int Paragraphs { get; init; } = 500_000;

    /// <summary>Time for one file, helper programs included.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
}
