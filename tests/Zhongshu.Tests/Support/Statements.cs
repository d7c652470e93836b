using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Zhongshu.Tests.Support;

/// Hears every statement that a piece of work sends to the database, and no other test's.
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<List<string>?> Heard = new();

    private static readonly Statements Ear = new();

    private Statements() => DiagnosticListener.AllListeners.Subscribe(this);

    /// Before the scene is opened: a context that found nobody listening asks again only after a while.
    public static void Listen() => GC.KeepAlive(Ear);

    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        var heard = new List<string>();
        Heard.Value = heard;
        await work();
        Heard.Value = null;
        return heard;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name);
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandExecutedEventData { Command.CommandText: var text } || Heard.Value is not { } heard) return;
        lock (heard) heard.Add(text);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
        // Listens as long as the tests run.
    }

    void IObserver<DiagnosticListener>.OnError(Exception error) => throw error;

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
        // The same.
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) => throw error;
}
