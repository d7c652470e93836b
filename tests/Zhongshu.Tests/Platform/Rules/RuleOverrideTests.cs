using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Tests.Platform.Rules;

/// 本单位调整.
public sealed class RuleOverrideTests
{
    private static readonly RuleBook Book = OfficeRules.Load(RulesFolder.Path).Book!;
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void a_unit_sets_its_own_figure_and_messages_say_so()
    {
        var (book, refused) = Book.With([Change("deadlines.accept", "1个工作日")]);
        refused.ShouldBeEmpty();
        book.Value(DeadlineRules.Accept).ShouldBe(new Within(1, TimeUnit.Workday));
        book.Get(DeadlineRules.Accept).Ref.Citation.ShouldBe("依据：本单位习惯（本单位，本单位已调整为1个工作日）");
        book.Find("deadlines.accept")!.Original.Text.ShouldBe("当日");
        Book.Value(DeadlineRules.Accept).ShouldBe(Within.SameDay, "the book itself never changes");
    }

    [Fact]
    public void the_newest_adjustment_counts_and_an_empty_one_takes_it_back()
    {
        var first = Change("deadlines.chase-at-share", "0.6");
        var second = Change("deadlines.chase-at-share", "0.7") with { At = Morning.AddDays(1) };
        Book.With([second, first]).Book.Value(DeadlineRules.ChaseAtShare).ShouldBe(0.7m);
        var taken = Change("deadlines.chase-at-share", null) with { At = Morning.AddDays(2) };
        Book.With([taken, second, first]).Book.Value(DeadlineRules.ChaseAtShare).ShouldBe(0.5m);
        Book.With([first]).Book.With([]).Book.Value(DeadlineRules.ChaseAtShare).ShouldBe(0.5m, "adjustments start from the files");
    }

    [Fact]
    public void working_hours_move_the_calendar()
    {
        var (book, _) = Book.With([Change("calendar.work-hours", "- {from: \"9:00\", to: \"12:00\"}\n- {from: \"13:00\", to: \"17:00\"}")]);
        book.Calendar.Hours.Start.ShouldBe(new TimeOnly(9, 0));
        Book.Calendar.Hours.Start.ShouldBe(new TimeOnly(8, 30));
    }

    [Fact]
    public void lists_are_written_one_item_a_line() =>
        Book.With([Change("files.types", "docx\nofd\n")]).Book.Value(FileRules.Types).ShouldBe(["docx", "ofd"]);

    [Theory]
    [InlineData("incoming.steps", "签收", "rules.fixed", "“收文办理程序”出自党政机关公文处理工作条例第二十四条（规定），本单位不能调整。")]
    [InlineData("accounts.password-length", "9", "rules.stricter", "“密码最短长度”只能从严调整，须不少于10位（本单位习惯）。")]
    [InlineData("accounts.lockout-attempts", "6", "rules.stricter", "“连续输错多少次锁定账号”只能从严调整，须不多于5次（本单位习惯）。")]
    [InlineData("accounts.lockout-attempts", "2", "rules.range", "“连续输错多少次锁定账号”须在3至10之间，请重新填写。")]
    [InlineData("accounts.password-history", "五", "rules.figure", "“不得重复使用的旧密码个数”的新内容写法不对：应为数字，现为“五”。")]
    [InlineData("accounts.password-history", "2.5", "rules.figure", "“不得重复使用的旧密码个数”的新内容不能用：条目“accounts.password-history”“number”应为整数，现为“2.5个”。")]
    [InlineData("deadlines.accept", "尽快", "rules.figure", "“承办科室签收时限”的新内容写法不对：时限写法不对：“尽快”。可写：当日、30分钟、2小时、4个工作小时、5个工作日、15日、3个月。")]
    [InlineData("accounts.session-time", "3个月", "rules.figure", "“无操作多久自动退出”的新内容不能用：条目“accounts.session-time”：应以分钟或小时计。")]
    [InlineData("no.such-rule", "1", "rules.unknown", "没有编号为“no.such-rule”的条目，请从规则列表中选择。")]
    public void an_adjustment_that_may_not_stand_is_refused_with_its_reason(string id, string figure, string rule, string message)
    {
        var refused = Book.Check(Change(id, figure)).ShouldNotBeNull();
        (refused.Rule, refused.Message).ShouldBe((rule, message));
        var (book, _) = Book.With([Change(id, figure)]);
        book.Entries.ShouldAllBe(e => e.Adjustment == null);
    }

    [Fact]
    public void an_adjustment_needs_a_reason() =>
        Book.Check(Change("deadlines.accept", "1个工作日") with { Reason = " " })!.Rule.ShouldBe("rules.reason");

    [Fact]
    public void a_stricter_figure_stands() => Book.Check(Change("accounts.password-length", "12")).ShouldBeNull();

    private static RuleOverride Change(string id, string? figure) => new(id, figure, "林一", Morning, "本单位会议议定");
}
