using System.Text.RegularExpressions;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed partial class RuleFilesTests
{
    private static readonly string Rules = Path.Combine(Pipeline.Root, "rules", "proofing");

    [Fact]
    public void Every_rule_the_code_names_is_in_the_rule_table_and_every_entry_is_used()
    {
        var table = File.ReadLines(Path.Combine(Rules, "checks.yaml")).Where(l => l.StartsWith("- { id:", StringComparison.Ordinal)).Select(l => l[8..l.IndexOf(',', StringComparison.Ordinal)].Trim()).ToList();
        table.Count.ShouldBe(table.Distinct().Count());
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Pipeline.Root, "src", "Zhongshu.Proofing", "Rules"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var lexicon = Directory.EnumerateFiles(Path.Combine(Rules, "lexicon")).SelectMany(File.ReadLines).Where(l => l.StartsWith('@')).Select(l => l.Split('\t')[0][1..]).ToHashSet();
        var named = Named().Matches(source).Select(m => m.Groups[1].Value).Where(id => table.Exists(t => t.Split('.')[0] == id.Split('.')[0])).ToHashSet();
        named.Union(lexicon).Except(table).ShouldBeEmpty();
        table.Where(id => !named.Contains(id) && !lexicon.Contains(id) && !id.EndsWith("-head", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_entry_cites_a_source_a_date_and_a_strength()
    {
        foreach (var file in Directory.EnumerateFiles(Rules, "*.yaml"))
            foreach (var line in File.ReadLines(file).Where(l => l.StartsWith("- {", StringComparison.Ordinal)))
                (line.Contains("source:", StringComparison.Ordinal) && line.Contains("since:", StringComparison.Ordinal) && line.Contains("strength:", StringComparison.Ordinal)).ShouldBeTrue(line);
    }

    [Fact]
    public void No_lexicon_entry_stands_twice_under_the_same_conditions_or_mends_to_itself()
    {
        var seen = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Rules, "lexicon")))
        {
            foreach (var line in File.ReadLines(file).Where(l => l.Length > 0 && l[0] is not ('#' or '@')))
            {
                var columns = line.Split('\t');
                seen.Add(columns[0] + "\t" + (columns.Length > 2 ? columns[2] : "")).ShouldBeTrue(line);
                if (columns.Length > 1) columns[0].ShouldNotBe(columns[1], line);
            }
        }
    }

    [Fact]
    public void The_short_way_of_reading_a_rule_file_reads_what_the_yaml_parser_reads()
    {
        foreach (var file in Directory.EnumerateFiles(Rules, "*.yaml"))
            YamlLines.Read(file).Select(Words).ShouldBe(YamlLines.Parsed(file).Select(Words), file);
    }

    [Theory]
    [InlineData("- id: a\n  message: '甲：乙'\n- id: b\n  message: 丙\n")]
    [InlineData("- { id: a, message: '甲：乙' }\n- { id: b, message: 丙 } # 说明\n")]
    [InlineData("- {id: a, message: \"甲：乙\"}\n\n# 说明\n- { id: b , message:   丙   }\n")]
    [InlineData("- { id: a, message: \"\\u7532：乙\" }\n- { message: 丙, id: b }\n")]
    public void A_rule_file_may_be_written_in_any_yaml(string yaml)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, yaml);
            var maps = YamlLines.Read(path).ToList();
            maps.Select(map => map["id"]).ShouldBe(["a", "b"]);
            maps.Select(map => map["message"]).ShouldBe(["甲：乙", "丙"]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Words(Dictionary<string, string> map) => string.Join('|', map.Select(pair => $"{pair.Key}={pair.Value}"));

    [GeneratedRegex("\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex Named();
}
