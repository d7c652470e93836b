using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Zhongshu.Platform.Database;

/// A context's SQLite connection. Contexts are kept and used again; each keeps its connection open meanwhile,
/// with the statements it has prepared, until the context itself is thrown away.
internal sealed class LongConnection(string connectionString) : SqliteConnection(connectionString)
{
    private bool _ends;

    /// Contexts close their connection when they go back to be used again.
    public override void Close()
    {
        if (_ends) base.Close();
        else Transaction?.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        _ends = true;
        base.Dispose(disposing);
    }
}
