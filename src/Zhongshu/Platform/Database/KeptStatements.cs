using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Zhongshu.Platform.Database;

/// SQLite would prepare each command's text anew, which costs more than running most of them: a connection keeps
/// what it has prepared, and a text that comes again finds its statement ready.
internal sealed class KeptStatements : DbCommandInterceptor
{
    public static readonly KeptStatements Instance = new();

    private static readonly ConditionalWeakTable<SqliteConnection, Shelf> Shelves = [];

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand { Connection: { } connection } fresh ? Shelves.GetOrCreateValue(connection).Exchange(fresh) : result;

    private sealed class Shelf
    {
        // More than the texts of any one page; each holds some kilobytes of the library's memory.
        private const int Most = 96;
        private readonly OrderedDictionary<string, KeptCommand> _idle = new(StringComparer.Ordinal);

        public KeptCommand Exchange(SqliteCommand fresh)
        {
            var handle = fresh.Connection!.Handle;
            if (_idle.Remove(fresh.CommandText, out var kept) && !ReferenceEquals(kept.Handle, handle))
            {
                kept.End();
                kept = null;
            }

            kept ??= new KeptCommand(this, handle) { Connection = fresh.Connection, CommandText = fresh.CommandText };
            kept.Transaction = fresh.Transaction;
            kept.CommandTimeout = fresh.CommandTimeout;
            foreach (SqliteParameter parameter in fresh.Parameters) kept.Parameters.Add(parameter);
            fresh.Dispose();
            return kept;
        }

        /// False when the command lies here already (the connection is being closed and takes its commands along),
        /// or another with the same text does: it was asked twice at a time.
        public bool PutBack(KeptCommand command)
        {
            if (_idle.TryGetValue(command.CommandText, out var lying))
            {
                if (ReferenceEquals(lying, command)) _idle.Remove(command.CommandText);
                return false;
            }

            _idle.Add(command.CommandText, command);
            command.Parameters.Clear();
            command.Transaction = null;
            if (_idle.Count <= Most) return true;
            var oldest = _idle.GetAt(0).Value;
            _idle.RemoveAt(0);
            oldest.End();
            return true;
        }
    }

    /// A command that goes back to its shelf when it is disposed of. Its statement belongs to this opening of the connection alone.
    private sealed class KeptCommand(Shelf shelf, sqlite3? handle) : SqliteCommand
    {
        public sqlite3? Handle => handle;

        public void End() => base.Dispose(disposing: true);

        protected override void Dispose(bool disposing)
        {
            if (!disposing || !shelf.PutBack(this)) base.Dispose(disposing);
        }
    }
}
