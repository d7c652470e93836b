using System.Globalization;
using System.Text;

namespace Zhongshu.Platform.Rules;

/// What is wrong in a rule file, where, and what to do about it.
internal sealed record RuleProblem(string File, int Line, string Message)
{
    public override string ToString() =>
        Line > 0 ? $"{File} 第{Line.ToString(CultureInfo.InvariantCulture)}行：{Message}" : $"{File}：{Message}";

    /// The text that start-up prints before it stops: the site never runs on half of its rules.
    public static string StartText(IReadOnlyList<RuleProblem> problems)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"制度规则有{problems.Count}处问题，系统没有启动。请按下列提示改正后重新启动：\n");
        foreach (var problem in problems) text.Append("  ").Append(problem).Append('\n');
        return text.Append("写法见 rules/README.md。").ToString();
    }
}

/// Either the whole book or every problem found.
internal sealed record RuleLoad(RuleBook? Book, IReadOnlyList<RuleProblem> Problems);

/// Collects problems by line while a file or figure is read, so that one start shows all of them.
internal sealed class Faults(string file)
{
    private readonly List<RuleProblem> problems = [];

    public string File => file;

    public IReadOnlyList<RuleProblem> Problems => problems;

    public void Add(int line, string message) => Add(new RuleProblem(file, line, message));

    public void Add(RuleProblem problem) => problems.Add(problem);
}
