using System.Buffers;
using System.Buffers.Text;

namespace Zhongshu.Typesetting.Pdf;

/// <summary>Operators and operands as bytes.</summary>
internal sealed class PdfText(int capacity)
{
    private readonly ArrayBufferWriter<byte> _out = new(capacity);

    public ReadOnlySpan<byte> Written => _out.WrittenSpan;

    public PdfText Add(ReadOnlySpan<byte> text)
    {
        _out.Write(text);
        return this;
    }

    /// <summary>A number to three places, as short as it goes.</summary>
    public PdfText Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        var text = _out.GetSpan(24);
        var at = 0;
        if (thousandths < 0)
        {
            text[at++] = (byte)'-';
            thousandths = -thousandths;
        }

        var (whole, rest) = Math.DivRem(thousandths, 1000);
        Utf8Formatter.TryFormat(whole, text[at..], out var written);
        at += written;
        if (rest > 0)
        {
            text[at++] = (byte)'.';
            for (var unit = 100; rest > 0; unit /= 10)
            {
                text[at++] = (byte)('0' + (rest / unit));
                rest %= unit;
            }
        }

        _out.Advance(at);
        return this;
    }

    /// <summary>Numbers, each with a blank after it.</summary>
    public PdfText Numbers(params ReadOnlySpan<double> values)
    {
        foreach (var value in values) Number(value).Add(" "u8);
        return this;
    }

    /// <summary>Four hexadecimal digits.</summary>
    public PdfText Hex(int number)
    {
        var text = _out.GetSpan(4);
        for (var i = 3; i >= 0; i--, number >>= 4) text[i] = "0123456789ABCDEF"u8[number & 15];
        _out.Advance(4);
        return this;
    }
}
