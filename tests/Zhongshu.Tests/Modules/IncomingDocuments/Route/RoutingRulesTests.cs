using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Route;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Route;

/// 分办建议, on a small office of its own: 10 the house, 13 to 17 its sections, 50 a bureau.
public sealed class RoutingRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly ProjectStage[] Stages = [new("立项可研", ["立项", "可研"], "发展改革"), new("用地", ["用地"], "自然资源")];

    [Fact]
    [Trait("req", "M1-B12")]
    public void The_section_that_the_duty_library_names_is_proposed_with_the_words_that_point_to_it()
    {
        var best = Best("关于农村公路养护的通知", Duty(13, "财政"), Duty(14, "公路 交通"));

        best.UnitId.ShouldBe(14);
        best.Reasons[0].Principle.ShouldBe("遵从职能");
        best.Reasons[0].Text.ShouldContain("公路");
    }

    [Fact]
    public void The_name_of_a_people_s_government_points_to_no_civil_affairs()
    {
        var best = Best("青禾县人民政府关于农村公路养护的报告", Duty(13, "民政"), Duty(14, "公路"));

        best.UnitId.ShouldBe(14);
        Best("关于民政工作的报告", Duty(13, "民政"), Duty(14, "公路")).UnitId.ShouldBe(13);
    }

    [Fact]
    [Trait("req", "M1-B14")]
    public void Who_approves_what_is_asked_for_comes_before_whoever_the_title_names()
    {
        var best = Best("关于申请核准农村公路项目的请示", Duty(14, "公路 农村"), Duty(13, "投资", approves: "核准"));

        best.UnitId.ShouldBe(13);
        best.Reasons[0].Text.ShouldContain("审批权");
    }

    [Fact]
    [Trait("req", "M1-B17")]
    public void One_task_of_a_special_topic_goes_to_its_section_and_several_to_the_lead()
    {
        Duty[] topic = [Duty(15, "减负", "基层减负", lead: true), Duty(13, "精简文件", "基层减负"), Duty(16, "督查检查", "基层减负")];

        Best("关于精简文件有关情况的报告", topic).UnitId.ShouldBe(13);
        var several = Best("关于精简文件和规范督查检查的通知", topic);
        several.UnitId.ShouldBe(15);
        several.Reasons[0].Text.ShouldContain("2项任务");
    }

    [Fact]
    [Trait("req", "M1-B18")]
    public void A_paper_that_coordinates_the_topic_goes_to_the_lead_and_a_single_piece_of_work_to_its_own()
    {
        Duty[] topic = [Duty(15, "通道建设", "陆海通道", lead: true), Duty(14, "运输", "陆海通道"), Duty(13, "口岸", "陆海通道")];

        Best("关于陆海通道口岸通关时间的函", topic).UnitId.ShouldBe(13);
        Best("关于统筹推进陆海通道口岸工作的实施方案", topic).UnitId.ShouldBe(15);
    }

    [Fact]
    [Trait("req", "M1-B16")]
    public void What_touches_several_and_asks_for_the_whole_goes_to_the_coordinating_section()
    {
        Duty[] duties = [Duty(13, "财政"), Duty(14, "交通"), Duty(15, "要点", kind: DutyKind.Coordination)];

        Best("关于交通工作的通知", duties).UnitId.ShouldBe(14);
        Propose("关于统筹财政和交通工作的通知", duties).Select(p => p.UnitId).ShouldContain(15);
        Propose("关于财政和交通工作的通知", duties).Select(p => p.UnitId).ShouldNotContain(15);
    }

    [Fact]
    [Trait("req", "M1-B23")]
    public void A_large_project_goes_by_the_stage_it_has_reached_and_a_stage_that_nobody_answers_for_is_said()
    {
        Duty[] duties = [Duty(50, "发展改革"), Duty(14, "公路")];

        Best("关于某重大项目公路立项的请示", duties).UnitId.ShouldBe(50);
        Best("关于某公路立项的请示", duties).UnitId.ShouldBe(14);
        StagesOfProjects.Gap(Book(duties), Facts("关于某重大项目用地的请示"))!.ShouldContain("自然资源");
        StagesOfProjects.Gap(Book(duties), Facts("关于某重大项目立项的请示")).ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M1-B27")]
    public void A_dispute_that_was_settled_is_followed_by_papers_like_it()
    {
        var facts = Facts("关于清溪流域防洪职责移交有关事项的函") with { Disputes = [new SettledDispute("收〔2025〕3号", "关于东河流域防洪职责移交有关事项的函", 16, "综合优先"), new SettledDispute("收〔2025〕4号", "关于召开座谈会的通知", 13, "归口负责")] };

        var best = RoutingRules.Propose(Book(), facts)[0];

        best.UnitId.ShouldBe(16);
        best.Reasons[0].Text.ShouldContain("综合优先");
    }

    [Fact]
    [Trait("req", "M1-B20")]
    public void A_text_that_speaks_of_something_else_than_its_title_is_pointed_out()
    {
        var book = Book(Duty(13, "环保 生态"), Duty(16, "市场监管 经营主体"));
        var facts = Facts("关于环保条例配套规定的函");

        var content = facts with { Content = "现就市场监管有关事项函告如下。市场监管部门应当登记经营主体。市场监管部门负责解释。" };
        RoutingDoubts.TitleAgainstContent(book, content, 10)!.ShouldContain("市场监管");
        RoutingDoubts.TitleAgainstContent(book, facts with { Content = "环保工作，环保设施，市场监管。" }, 10).ShouldBeNull();
    }

    private static RoutingProposal Best(string title, params Duty[] duties) => Propose(title, duties)[0];

    private static IReadOnlyList<RoutingProposal> Propose(string title, params Duty[] duties) => RoutingRules.Propose(Book(duties), Facts(title));

    private static RoutingFacts Facts(string title) => new() { Title = title, Day = Today, CoordinationWords = ["统筹", "实施方案"], ProjectWords = ["重大项目"], Stages = Stages };

    private static OrganisationBook Book(params Duty[] duties)
    {
        Unit[] units = [Unit(10, UnitKind.Own, null), Unit(50, UnitKind.Subordinate, 10), .. new long[] { 13, 14, 15, 16, 17 }.Select(id => Unit(id, UnitKind.Section, 10))];
        return new(units, [], [], []) { Duties = duties };
    }

    private static Unit Unit(long id, UnitKind kind, long? parent) => new() { Id = id, Name = $"单位{id}", ShortName = $"单位{id}", Kind = kind, ParentId = parent };

    private static Duty Duty(long unit, string words, string topic = "", bool lead = false, string approves = "", DutyKind kind = DutyKind.Counterpart) =>
        new() { Id = unit, UnitId = unit, Kind = kind, Title = words, Keywords = words, Topic = topic, IsLead = lead, Approves = approves, Since = new DateOnly(2020, 1, 1) };
}
