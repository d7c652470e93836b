using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: InternalsVisibleTo("train-proofing")]
[assembly: InternalsVisibleTo("Zhongshu.Engines.Tests")]

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// The statistics behind deep proofing: how often characters stand together in public official texts, which
/// characters are taken for one another, and how to weigh the evidence. Mapped or read, immutable, safe to share
/// between threads; dispose it when no check uses it any more.
/// </summary>
public sealed unsafe class ContextModel : IDisposable
{
    internal const uint Magic = 0x334D435A; // "ZCM3"
    internal const int HeaderBytes = 8 + ((int)ModelPart.Last * 16);

    private const int RowWords = Levels.VocabularySize / 64;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly long _length;
    private readonly int[] _candidateFrom = new int[char.MaxValue + 2];
    private readonly ulong* _beside;
    private readonly ulong[] _before;
    private readonly TableMemory _counts;
    private int _disposed;

    private ContextModel(string path, MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        _file = file;
        _view = view;
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + view.PointerOffset;
        _length = view.Capacity;
        if (_length < HeaderBytes || *(uint*)_start != Magic)
            throw new InvalidDataException("Not a context model of this version.");
        Alphabet = new Alphabet(Part<char>(ModelPart.Characters));
        Judgement = new Judgement(Part<float>(ModelPart.Judgement));
        Wide = WideContext.Read(Part<byte>(ModelPart.Wide));
        var beside = Part<ulong>(ModelPart.Beside);
        if (beside.Length < RowWords * Levels.VocabularySize) throw new InvalidDataException("The neighbours of the context model are cut short.");
        fixed (ulong* p = beside) _beside = p;
        _before = Bits.Transpose(beside, Levels.VocabularySize);
        IndexCandidates(Part<ushort>(ModelPart.CandidateHeads));
        var shape = Part<ulong>(ModelPart.CountShape);
        var smoothing = new Smoothing(
            Part<float>(ModelPart.Discount).ToArray(),
            Part<float>(ModelPart.ForwardMass).ToArray(),
            Part<float>(ModelPart.BackwardMass).ToArray(),
            shape[3]);
        var geometry = new CountTable.Shape(shape[0], (uint)shape[1], (uint)shape[2]);
        var (offset, bytes) = Entry(ModelPart.Counts);
        if (bytes / sizeof(ushort) < geometry.Slots) throw new InvalidDataException("The context model is cut short.");
        // Last, because nothing after it can fail and leave it behind.
        using (var whole = File.OpenHandle(path)) _counts = new TableMemory(whole, offset, checked((int)bytes));
        Counts = new CountTable((ushort*)_counts.Start, geometry);
        Expectation = new Expectation(Counts, smoothing);
    }

    internal Alphabet Alphabet { get; }

    internal CountTable Counts { get; }

    internal Expectation Expectation { get; }

    internal Judgement Judgement { get; }

    /// <summary>What wider surroundings expect; <c>null</c> while a model is being made.</summary>
    internal WideContext? Wide { get; }

    /// <summary>Maps a model file.</summary>
    /// <param name="path">The file; in this repository <c>rules/proofing/context-model.bin</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a model of this version.</exception>
    public static ContextModel Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path)) throw new FileNotFoundException("No context model at this path.", path);
        if (new FileInfo(path).Length < HeaderBytes) throw new InvalidDataException("Not a context model.");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        MemoryMappedViewAccessor? view = null;
        try
        {
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            return new ContextModel(path, file, view);
        }
        catch
        {
            view?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
        _counts.Dispose();
    }

    /// <summary>Packed <see cref="Candidate"/>s that are taken for <paramref name="character"/>.</summary>
    internal ReadOnlySpan<ushort> CandidatesFor(char character)
    {
        var from = _candidateFrom[character];
        return Part<ushort>(ModelPart.Candidates)[from.._candidateFrom[character + 1]];
    }

    /// <summary>Which tokens ever stood right after <paramref name="left"/>, a bit each.</summary>
    internal ReadOnlySpan<ulong> After(int left) => new(_beside + (left * RowWords), RowWords);

    /// <summary>Which tokens ever stood right before <paramref name="right"/>, a bit each.</summary>
    internal ReadOnlySpan<ulong> Before(int right) => _before.AsSpan(right * RowWords, RowWords);

    internal static bool Has(ReadOnlySpan<ulong> row, int token) => (row[token >> 6] >> (token & 63) & 1) != 0;

    internal void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_disposed != 0, this);

    internal ReadOnlySpan<T> Part<T>(ModelPart part)
        where T : unmanaged
    {
        var (offset, bytes) = Entry(part);
        return MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(_start + offset, checked((int)bytes)));
    }

    /// <summary>Where a part stands in the file, and how long it is.</summary>
    private (long Offset, long Bytes) Entry(ModelPart part)
    {
        var entry = (long*)(_start + 8 + ((int)part * 16));
        var (offset, bytes) = (entry[0], entry[1]);
        if (offset < HeaderBytes || bytes < 0 || offset + bytes > _length)
            throw new InvalidDataException($"The context model lacks its part {part}.");
        return (offset, bytes);
    }

    private void IndexCandidates(ReadOnlySpan<ushort> heads)
    {
        // Pairs of (character, how many candidates), in order of the character.
        var next = 0;
        var at = 0;
        for (var i = 0; i + 1 < heads.Length; i += 2)
        {
            while (next <= heads[i]) _candidateFrom[next++] = at;
            at += heads[i + 1];
        }

        while (next < _candidateFrom.Length) _candidateFrom[next++] = at;
        if (at > Part<ushort>(ModelPart.Candidates).Length) throw new InvalidDataException("The candidates of the context model are cut short.");
    }
}

/// <summary>Parts of the model file, in the order of its table of contents.</summary>
internal enum ModelPart
{
    /// <summary>UTF-16 units of the alphabet, commonest first.</summary>
    Characters,

    /// <summary>Seed, segment length, segment count and tokens of the training text.</summary>
    CountShape,

    /// <summary>Slots of the count table.</summary>
    Counts,

    /// <summary>Discounts by order.</summary>
    Discount,

    /// <summary>Back-off mass of left contexts.</summary>
    ForwardMass,

    /// <summary>Back-off mass of right contexts.</summary>
    BackwardMass,

    /// <summary>Characters that have candidates, with their number.</summary>
    CandidateHeads,

    /// <summary>Packed candidates.</summary>
    Candidates,

    /// <summary>Weights of the judgement.</summary>
    Judgement,

    /// <summary>One bit for each two tokens that ever stood side by side, a row for each left one.</summary>
    Beside,

    /// <summary>Weights of the wide context, eight bits each.</summary>
    Wide,

    /// <summary>Number of parts.</summary>
    Last,
}
