using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>A play brought to where a column of the matrix stands.</summary>
/// <param name="Who">The holder on whose item the verb is done.</param>
/// <param name="Step">The step in which he holds it.</param>
/// <param name="Target">Where a return or jump goes.</param>
/// <param name="Recaller">Who recalls, and which item.</param>
internal sealed record Situation(Play Play, char Who, string Step, string Target, (char Who, int Item) Recaller)
{
    /// <summary>Who sent the step in which the verb is done.</summary>
    public char Sender { get; init; } = 'a';

    /// <summary>The item, when its holder no longer holds it.</summary>
    public int? Given { get; init; }

    public int Item => Given ?? Play.Of(Who, Step);
}

/// <summary>The columns of the matrix in docs/FLOW.md.</summary>
internal static class Situations
{
    private const string Three = """
          - {id: draft, title: 拟稿, assign: a}
          - {id: review, title: 审核, assign: b}
          - {id: sign, title: 签发, assign: c, answer: approve}
        """;

    private const string Forked = """
          - {id: draft, title: 拟稿, assign: a}
          - id: fork
            title: 并行
            kind: parallel
            branches:
              - {id: left, title: 左, steps: [{id: l1, title: 左一, assign: b}, {id: l2, title: 左二, assign: c, answer: approve}]}
              - {id: right, title: 右, steps: [{id: r1, title: 右一, assign: d}]}
          - {id: file, title: 归档, assign: e, answer: approve}
        """;

    private const string Nested = """
          - {id: draft, title: 拟稿, assign: a}
          - id: fork
            title: 并行
            kind: parallel
            branches:
              - id: left
                title: 左
                steps:
                  - {id: l1, title: 左一, assign: b}
                  - id: inner
                    title: 内层并行
                    kind: parallel
                    branches:
                      - {id: x, title: 甲, steps: [{id: x1, title: 甲一, assign: c, answer: approve}]}
                      - {id: y, title: 乙, steps: [{id: y1, title: 乙一, assign: d}]}
                  - {id: l3, title: 左三, assign: e}
              - {id: right, title: 右, steps: [{id: r1, title: 右一, assign: f}]}
          - {id: file, title: 归档, assign: g}
        """;

    public static readonly (string Name, Func<Situation> Reach)[] All =
    [
        ("single", () => new(AtSign(), 'c', "sign", "draft", ('b', 2)) { Sender = 'b' }),
        ("all", () => new(Signing("all").Done('b', "sign"), 'c', "sign", "draft", ('b', 2))),
        ("any", () => new(Signing("any"), 'c', "sign", "draft", ('a', 1))),
        ("number", () => new(Signing("2").Done('b', "sign"), 'c', "sign", "draft", ('b', 2))),
        ("share", () => new(Signing("60%").Done('b', "sign"), 'c', "sign", "draft", ('b', 2))),
        ("serial", () => new(Signing("all", "serial").Done('b', "sign"), 'c', "sign", "draft", ('b', 2))),
        ("branch", () => new(Branched(), 'c', "l2", "l1", ('b', 2)) { Sender = 'b' }),
        ("out", () => new(Branched(), 'c', "l2", "draft", ('a', 1)) { Sender = 'b' }),
        ("joined", () => new(Branched().Done('c', "l2").Done('d', "r1"), 'e', "file", "l1", ('d', 3)) { Sender = 'd' }),
        ("nested", () => new(Play.Of(Nested).Start().Done('a', "draft").Done('b', "l1"), 'c', "x1", "l1", ('b', 2)) { Sender = 'b' }),
        ("circulation", () => new(Reading().Done('b', "read"), 'c', "read", "draft", ('b', 2))),
        ("added", () => new(AtSign().Do('c', new AddSign(3, SignPlace.Before, Play.People("d"))), 'd', "sign", "draft", ('b', 2)) { Sender = 'c' }),
        ("suspended", () => new(AtSign().Administer(new Suspend("待补材料")), 'c', "sign", "draft", ('b', 2)) { Sender = 'b' }),
        ("ended", () => new(AtSign().Done('c', "sign"), 'c', "sign", "draft", ('c', 3)) { Sender = 'b', Given = 3 }),
    ];

    private static Play AtSign() => Play.Of(Three).Start().Done('a', "draft").Done('b', "review");

    private static Play Branched() => Play.Of(Forked).Start().Done('a', "draft").Done('b', "l1");

    private static Play Signing(string pass, string kind = "countersign") => Play.Of($$"""
          - {id: draft, title: 拟稿, assign: a}
          - {id: sign, title: 会签, kind: {{kind}}, pass: {{pass}}, reject: vote, assign: bcd, answer: approve}
          - {id: file, title: 归档, assign: e}
        """).Start().Done('a', "draft");

    private static Play Reading() => Play.Of("""
          - {id: draft, title: 拟稿, assign: a}
          - {id: read, title: 传阅, kind: circulation, wait: true, assign: bcd}
          - {id: file, title: 归档, assign: e}
        """).Start().Done('a', "draft");
}
