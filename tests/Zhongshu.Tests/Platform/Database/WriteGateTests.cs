using Zhongshu.Platform.Database;

namespace Zhongshu.Tests.Platform.Database;

/// Who may write, and when a write is acknowledged.
public sealed class WriteGateTests
{
    [Fact]
    public async Task A_writer_is_told_only_when_the_flush_is_done()
    {
        using var disk = new SlowDisk();
        using var gate = new WriteGate(disk.Flush);

        var told = gate.FlushedAsync("log");
        disk.WaitForFlush();
        told.IsCompleted.ShouldBeFalse();
        disk.Finish();

        await told;
        disk.Flushes.ShouldBe(1);
    }

    [Fact]
    public async Task Writers_that_committed_during_a_flush_share_the_next_one_and_never_the_one_that_runs()
    {
        using var disk = new SlowDisk();
        using var gate = new WriteGate(disk.Flush);
        var first = gate.FlushedAsync("log");
        disk.WaitForFlush();

        var later = Enumerable.Range(0, 10).Select(_ => gate.FlushedAsync("log")).ToArray();
        disk.Finish();
        await first;
        disk.WaitForFlush();
        later.ShouldAllBe(t => !t.IsCompleted);
        disk.Finish();

        await Task.WhenAll(later);
        disk.Flushes.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_flush_that_failed_nobody_is_told_that_he_wrote()
    {
        var broken = true;
        using var gate = new WriteGate(_ => { if (broken) throw new IOException("no space left"); });

        (await Should.ThrowAsync<IOException>(() => gate.FlushedAsync("log"))).Message.ShouldBe("no space left");
        broken = false;

        (await Should.ThrowAsync<IOException>(() => gate.FlushedAsync("log"))).Message.ShouldContain("已停止写入");
        (await Should.ThrowAsync<IOException>(async () => await gate.EnterAsync(default))).Message.ShouldContain("重新启动");
    }

    [Fact]
    public async Task One_writer_at_a_time_is_let_in()
    {
        using var gate = new WriteGate(_ => { });
        var first = (await gate.EnterAsync(default)).ShouldNotBeNull();

        var second = gate.EnterAsync(default).AsTask();
        second.IsCompleted.ShouldBeFalse();
        first.Dispose();

        (await second).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task An_engine_that_sees_to_itself_has_no_gate()
    {
        using var gate = WriteGate.For(DatabaseEngine.Postgres);

        (await gate.EnterAsync(default)).ShouldBeNull();
    }

    /// A disk that takes as long as the test says.
    private sealed class SlowDisk : IDisposable
    {
        private readonly SemaphoreSlim _begun = new(0);
        private readonly SemaphoreSlim _done = new(0);

        public int Flushes { get; private set; }

        public void Flush(string log)
        {
            Flushes++;
            _begun.Release();
            _done.Wait();
        }

        public void WaitForFlush() => _begun.Wait(TimeSpan.FromSeconds(30)).ShouldBeTrue();

        public void Finish() => _done.Release();

        public void Dispose()
        {
            _begun.Dispose();
            _done.Dispose();
        }
    }
}
