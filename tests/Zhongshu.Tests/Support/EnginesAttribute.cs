using System.Reflection;
using Xunit.Sdk;
using Zhongshu.Platform.Database;

namespace Zhongshu.Tests.Support;

/// The same test on each database there is: SQLite always, PostgreSQL where a server is at hand (PostgresFact tells where it is not).
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EnginesAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        PostgresFactAttribute.Server is null ? [[nameof(DatabaseEngine.Sqlite)]] : [[nameof(DatabaseEngine.Sqlite)], [nameof(DatabaseEngine.Postgres)]];
}
