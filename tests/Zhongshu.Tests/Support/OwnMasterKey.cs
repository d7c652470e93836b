using System.Runtime.CompilerServices;
using Zhongshu.Platform.Access.Keys;

namespace Zhongshu.Tests.Support;

/// The tests, and the processes that they start, keep their master key out of the home of whoever runs them.
internal static class OwnMasterKey
{
    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable(MasterKey.FileVariable) is null)
            Environment.SetEnvironmentVariable(MasterKey.FileVariable, Path.Combine(Path.GetTempPath(), $"zhongshu-test-{Environment.ProcessId}.key"));
    }
}
