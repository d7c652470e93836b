namespace Zhongshu.Tests.Support;

/// Runs where ZHONGSHU_TEST_POSTGRES holds the connection string of a server that may make databases; says so where it does not.
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Server is null) Skip = "ZHONGSHU_TEST_POSTGRES is not set";
    }

    public static string? Server => Environment.GetEnvironmentVariable("ZHONGSHU_TEST_POSTGRES") is { Length: > 0 } server ? server : null;
}
