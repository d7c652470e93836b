namespace Zhongshu.Platform.Trail;

/// What is wrong with a chain.
internal enum TrailFaultKind
{
    /// 内容被改动
    Altered,

    /// 中间缺条
    Missing,

    /// 次序颠倒
    Reordered,

    /// 末尾被截断
    CutOff,

    /// 末尾多出,没有登记在链尾
    Added,

    /// 留痕所属的事项不存在
    Orphaned,
}

/// One place where a chain is broken: which matter's, which entry, and when it was written.
internal sealed record TrailFault(TrailFaultKind Kind, long Chain, int Sequence, DateTimeOffset? At);
