namespace Zhongshu.Typesetting.Seals;

/// <summary>
/// The picture of a seal or of a signature stamp: PNG or JPEG, checked when it is read. White and transparent parts let the text show.
/// </summary>
public sealed class SealPicture
{
    private const int LargestFile = 5 << 20;
    private const int LongestSide = 4000;
    private const int Smallest = 16;

    private SealPicture(string unit, byte[] bytes, PictureShape shape) => (Unit, Bytes, Shape) = (unit, bytes, shape);

    /// <summary>Whose seal; empty where pictures are dealt out in the order of the signatories.</summary>
    public string Unit { get; }

    /// <summary>Width in pixels.</summary>
    public int Width => Shape.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => Shape.Height;

    internal byte[] Bytes { get; }

    internal PictureShape Shape { get; }

    internal string Extension => Shape.IsJpeg ? "jpg" : "png";

    /// <summary>Reads a picture, or says in Chinese why it cannot be a seal and what to do.</summary>
    /// <param name="unit">Whose seal it is; empty for the next signatory in order.</param>
    /// <param name="bytes">The file.</param>
    public static (SealPicture? Picture, string? Refusal) Read(string unit, byte[] bytes)
    {
        if (bytes.Length == 0) return (null, "印章图片是空文件，请重新选择。");
        if (bytes.Length > LargestFile) return (null, "印章图片超过 5 MB，请缩小后再用。");
        var isPng = PngPixels.IsPng(bytes);
        if (!isPng && !JpegShape.IsJpeg(bytes)) return (null, "印章图片不是 PNG 或 JPG 格式。请用看图软件打开后另存为 PNG 再用。");
        var shape = isPng ? PngPixels.Shape(bytes) : JpegShape.Read(bytes);
        if (shape is null) return (null, "印章图片已损坏，读不出大小。请重新扫描或另存一份再用。");
        if (Math.Max(shape.Width, shape.Height) > LongestSide || Math.Min(shape.Width, shape.Height) < Smallest)
            return (null, $"印章图片为 {shape.Width}×{shape.Height} 像素，应在 {Smallest} 至 {LongestSide} 像素之间。请调整大小后再用。");
        if (shape.Unusable is { } reason) return (null, reason);
        return isPng && PngPixels.Decode(bytes) is null
            ? (null, "印章图片已损坏，内容不完整。请重新扫描或另存一份再用。")
            : (new SealPicture(unit, bytes, shape), null);
    }

    /// <summary>The pictures by signatory: those that name one, then the others in order; null where a signatory has none.</summary>
    internal static IReadOnlyList<SealPicture?> Deal(IReadOnlyList<SealPicture> pictures, IReadOnlyList<string> signatories)
    {
        var unnamed = new Queue<SealPicture>(pictures.Where(p => !signatories.Contains(p.Unit)));
        return [.. signatories.Select(s => pictures.FirstOrDefault(p => p.Unit == s) ?? (unnamed.Count > 0 ? unnamed.Dequeue() : null))];
    }
}

/// <summary>What the head of a picture file says.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Channels">1 grey, 3 colours.</param>
/// <param name="IsJpeg">JPEG, otherwise PNG.</param>
internal sealed record PictureShape(int Width, int Height, int Channels, bool IsJpeg)
{
    /// <summary>Why it cannot be used, in Chinese.</summary>
    public string? Unusable { get; init; }
}
