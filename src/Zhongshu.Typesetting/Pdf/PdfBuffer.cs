using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Zhongshu.Typesetting.Pdf;

/// <summary>A PDF file being written: numbered objects, then the cross-reference table.</summary>
internal sealed class PdfBuffer
{
    private readonly ArrayBufferWriter<byte> _out = new(1 << 16);
    private readonly List<long> _offsets = [];

    public PdfBuffer() => Raw("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");

    public int Reserve()
    {
        _offsets.Add(-1);
        return _offsets.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    public void Write(int number, string body)
    {
        _offsets[number - 1] = _out.WrittenCount;
        Raw(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"));
    }

    public int AddStream(string entries, ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream(data.Length + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(data);
        return AddEncoded("/Filter /FlateDecode " + entries, packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>A stream whose data are already encoded as its entries say.</summary>
    public int AddEncoded(string entries, ReadOnlySpan<byte> data)
    {
        var number = Reserve();
        _offsets[number - 1] = _out.WrittenCount;
        Raw(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< /Length {data.Length} {entries}>>\nstream\n"));
        _out.Write(data);
        Raw("\nendstream\nendobj\n");
        return number;
    }

    public byte[] Finish(int root, int information)
    {
        var start = _out.WrittenCount;
        var id = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(_out.WrittenSpan).AsSpan(0, 16));
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in _offsets) table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {_offsets.Count + 1} /Root {root} 0 R /Info {information} 0 R /ID [<{id}><{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        Raw(table.ToString());
        return _out.WrittenSpan.ToArray();
    }

    /// <summary>A text string as UTF-16BE in hexadecimal.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value)
    {
        var text = new PdfText(16);
        text.Number(value);
        return Encoding.Latin1.GetString(text.Written);
    }

    private void Raw(string text) => _out.Write(Encoding.Latin1.GetBytes(text));
}
