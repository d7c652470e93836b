namespace Zhongshu.Modules.Burdens;

/// What is asked of the grass roots and therefore counted, in the order of the rule burdens.kinds.
public enum BurdenKind
{
    /// 文件
    Document = 1,

    /// 会议
    Meeting = 2,

    /// 督检考
    Inspection = 3,

    /// 一票否决和责任状
    Pledge = 4,

    /// 报表
    Form = 5,

    /// 工作群和应用
    Group = 6,
}

/// A kind in the office's words: its measure word, and the words in a title that give it away whatever the paper calls itself.
internal sealed record KindWord(string Id, string Word, string Measure, IReadOnlyList<string> Signs);
