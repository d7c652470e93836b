using Zhongshu.Platform.Flows;
using Zhongshu.Tests.Platform.Rules;

namespace Zhongshu.Tests.Platform;

/// Flow definitions as this installation keeps them.
public sealed class FlowShelfTests
{
    [Fact]
    [Trait("req", "M16-A09")]
    public void a_new_version_stands_beside_the_one_it_came_from_and_what_runs_keeps_its_own()
    {
        var rules = Directory.CreateTempSubdirectory("zhongshu-flows-").FullName;
        try
        {
            var flows = Directory.CreateDirectory(Path.Combine(rules, "flows")).FullName;
            var first = File.ReadAllText(Path.Combine(RulesFolder.Path, "flows", "free.yaml"));
            File.WriteAllText(Path.Combine(flows, "free.yaml"), first);
            File.WriteAllText(Path.Combine(flows, "free-2.yaml"), first.Replace("version: 1", "version: 2", StringComparison.Ordinal).Replace("title: 流转办理", "title: 逐级流转", StringComparison.Ordinal));

            var shelf = FlowShelf.Read(rules);

            shelf.Find("free")!.Find("passing")!.Title.ShouldBe("逐级流转", "a new matter begins on the newest");
            shelf.Find("free", 1)!.Find("passing")!.Title.ShouldBe("流转办理", "a running one finds its own");
            shelf.Newest.Select(d => (d.Id, d.Version)).ShouldBe([("free", 2)]);
        }
        finally
        {
            Directory.Delete(rules, recursive: true);
        }
    }
}
