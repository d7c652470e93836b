namespace Zhongshu.Engines.Tests.Proofing;

/// <summary>A test that needs poppler's pdftotext.</summary>
public sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (!path.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")))) Skip = "本机没有 pdftotext";
    }
}
