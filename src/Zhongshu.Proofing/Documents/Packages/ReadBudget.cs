namespace Zhongshu.Proofing.Documents.Packages;

/// <summary>What is left of the limits while one file is being read.</summary>
internal sealed class ReadBudget(ReadLimits limits, CancellationToken cancellation)
{
    private long _unpacked;

    public ReadLimits Limits { get; } = limits;

    public CancellationToken Cancellation { get; } = cancellation;

    public void Spend(int bytes, long partBytes, long packedBytes)
    {
        Cancellation.ThrowIfCancellationRequested();
        _unpacked += bytes;
        if (_unpacked > Limits.UnpackedBytes) throw new ReadStop(Refusals.ZipBomb);
        if (partBytes > Limits.RatioFrom && partBytes / Limits.Ratio > packedBytes) throw new ReadStop(Refusals.ZipBomb);
    }

    public void CheckDepth(int depth)
    {
        if (depth > Limits.Depth) throw new ReadStop(Refusals.TooDeep);
    }

    public void CheckParagraphs(int count)
    {
        if ((count & 0xFF) == 0) Cancellation.ThrowIfCancellationRequested();
        if (count > Limits.Paragraphs) throw new ReadStop(Refusals.ZipBomb);
    }
}

/// <summary>A part's stream that counts what it unpacks to: sizes declared in a package may lie.</summary>
internal sealed class BoundedStream(Stream inner, long packedBytes, ReadBudget budget) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var n = inner.Read(buffer, offset, count);
        _read += n;
        budget.Spend(n, _read, packedBytes);
        return n;
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
