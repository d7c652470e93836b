namespace Zhongshu.Tests.CommandLine;

/// Runs where LibreOffice is installed; says so where it is not.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficeFactAttribute : FactAttribute
{
    public OfficeFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "soffice")))) Skip = "LibreOffice (soffice) is not installed";
    }
}
