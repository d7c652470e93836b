using QRCoder;

namespace Zhongshu.Modules.IncomingDocuments.Label;

/// 事项码 as a QR code for a label of the paper.
internal static class QrLabel
{
    private const int PixelsAModule = 4;

    public static string Svg(string code)
    {
        using var generator = new QRCodeGenerator();
        using var content = generator.CreateQrCode(code, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(content);
        return svg.GetGraphic(PixelsAModule);
    }
}
