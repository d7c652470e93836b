using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// Memory of its own for a table that is read at random, in pages of 2 MB where the system gives them: with small pages every
/// look-up waits for the page table before it waits for the slot.
/// </summary>
internal sealed unsafe partial class TableMemory : IDisposable
{
    private const nuint LargePage = 2 << 20;
    private const int WantsLargePages = 14; // MADV_HUGEPAGE of madvise(2)

    private byte* _start;

    /// <summary>Reads a stretch of a file.</summary>
    /// <exception cref="InvalidDataException">The file ends before the stretch does.</exception>
    internal TableMemory(SafeFileHandle file, long offset, int length)
    {
        var size = ((nuint)length + LargePage - 1) / LargePage * LargePage;
        _start = (byte*)NativeMemory.AlignedAlloc(size, LargePage);
        Advise(_start, size);
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(file, new Span<byte>(_start + read, length - read), offset + read);
            if (more == 0)
            {
                Dispose();
                throw new InvalidDataException("The context model is cut short.");
            }

            read += more;
        }
    }

    internal byte* Start => _start;

    public void Dispose()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }

    /// <summary>A wish, no need: without it the table is the same, only slower.</summary>
    private static void Advise(byte* start, nuint size)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = MemoryAdvice(start, size, WantsLargePages);
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than most have.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MemoryAdvice(void* start, nuint length, int advice);
}
