namespace Zhongshu.Platform.Exchange;

/// How much of a workbook from outside is read at all. A small file can unpack into gigabytes; these stop it early.
internal sealed record WorkbookLimits
{
    public static readonly WorkbookLimits Usual = new();

    public long FileBytes { get; init; } = 50L << 20;

    /// All parts together, unpacked.
    public long UnpackedBytes { get; init; } = 800L << 20;

    /// The table of shared texts alone, which has to be held in memory.
    public long SharedTextBytes { get; init; } = 96L << 20;

    public int Parts { get; init; } = 2_000;

    public int Rows { get; init; } = 200_000;

    public int Columns { get; init; } = 400;
}

/// Raised inside a reader when a limit is passed or the bytes are no workbook; the doors of this folder turn it into a refusal.
internal sealed class WorkbookBrokenException(string message) : Exception(message);

/// Lets through so many bytes and no more, whatever the archive's directory claims.
internal sealed class MeteredStream(Stream inner, long allowed) : Stream
{
    private long _left = allowed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _left -= read;
        return _left >= 0 ? read : throw new WorkbookBrokenException("表格解压后过大");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
