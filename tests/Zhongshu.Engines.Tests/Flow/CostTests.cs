using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>Memory a command takes: unlike time, the same on every machine. A few kB are a few microseconds.</summary>
public sealed class CostTests
{
    [Fact]
    public void A_command_costs_a_few_kilobytes_and_a_state_stays_small()
    {
        var definition = Play.Define("""
              - {id: draft, title: 拟稿, assign: a}
              - {id: sign, title: 会签, assign: abc, kind: countersign}
              - {id: file, title: 归档, assign: e}
            """);
        var play = new Play(definition);
        var holders = "abce".ToDictionary(name => name, name => play.By(name));
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var state = Round();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(6 * 4096);
        FlowJson.Write(state).Length.ShouldBeLessThan(2048);

        FlowState Round()
        {
            var now = FlowEngine.Start(definition, holders['a']).State!;
            now = FlowEngine.Decide(definition, now, new Complete(1), holders['a']).State!;
            now = FlowEngine.Decide(definition, now, new Approve(2), holders['a']).State!;
            now = FlowEngine.Decide(definition, now, new Approve(3), holders['b']).State!;
            now = FlowEngine.Decide(definition, now, new Approve(4), holders['c']).State!;
            return FlowEngine.Decide(definition, now, new Complete(5), holders['e']).State!;
        }
    }
}
