using System.Globalization;
using Zhongshu.Modules.Supervision.Marks;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Modules.Supervision.People;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Demo.Life;

/// 督查督办 beyond its items in the two weeks: marks, people who answer, standing mechanisms, a circular that went out. All of it is invented.
internal sealed class MarkLife(LifeDays days, Dictionary<string, string> codes)
{
    private const string Officer = "supervision";
    private long _knots;

    public IEnumerable<LifeEvent> Events()
    {
        yield return new(days.At("-15 10:40"), "county", async (scope, cancel) => (await scope.GetRequiredService<NamePeople>().RunAsync(codes["督parking"], 1,
            [new PersonForm("first", "禾知节", "", ""), new PersonForm("duty", "川映竹", "城管局停车办主任", "新增泊位300个，月底前划线启用")], cancel)).Refusal);
        yield return Mark("-16 11:20", "督parking", new MarkInput { Priority = 1, Way = "inspect", Reasonable = "城区停车由县级管理，县里有队伍和点位。", Support = "市级补助泊位改造经费，开放市级停车平台接口。" });
        yield return Mark("-18 16:20", "督road", new MarkInput { Way = "coordinate", IsSpecial = true });
        yield return Mark("-5 14:50", "督business", new MarkInput { Priority = 1, Way = "chase", IsSpecial = true, Lesson = "十个问题归成三类，修订涉企检查和材料清单，面上一并整改。" });
        yield return new(days.At("-14 08:50"), Officer, async (scope, cancel) =>
        {
            var opened = await scope.GetRequiredService<KeepMechanism>().OpenAsync(new MechanismInput("knots", "重大项目周解扣", On("-14"), "绳必果 督查科 召集人\n江映雪 市发展改革委\n衡守正 市自然资源局"), null, cancel);
            if (opened.Succeeded) _knots = opened.Value;
            return opened.Refusal;
        });
        yield return Keep("-14 09:10", k => k.RaiseAsync(_knots, new TopicInput("东湾标准厂房临时用电没有接通", "市发展改革委", "", On("-14")), null, default));
        yield return Keep("-7 17:10", k => k.RaiseAsync(_knots, new TopicInput("西街停车点占道手续", "青禾县", "", On("-7")), null, default));
        yield return Keep("-7 17:20", k => k.HoldAsync(_knots, On("-7"), "会商两项，用电由供电所三日内接通，占道手续并联办理。", null, default));
        yield return Open("-12 10:00", new MechanismInput("meeting", "党委政府督查联席会议", "", "市委督查室\n市政府督查科"));
        yield return Open("-12 10:10", new MechanismInput("audit", "督审联动", "", "市审计局\n市政府督查科"));
        yield return Open("-12 10:20", new MechanismInput("relief", "减负专项机制", "", "市政府办公室\n市发展改革委\n市财政局"));
        yield return new(days.At("-3 17:00"), Officer, async (scope, cancel) =>
        {
            var today = scope.GetRequiredService<Office>().Today;
            return (await scope.GetRequiredService<IssueReport>().RunAsync(new IssueInput("circular", string.Create(CultureInfo.InvariantCulture, $"云政督通〔{today.Year}〕11号"), On("-3"), "各责任单位"), new DateOnly(today.Year, 1, 1), today, null, cancel)).Refusal;
        });
    }

    private LifeEvent Mark(string at, string key, MarkInput mark) => new(days.At(at), Officer, async (scope, cancel) => (await scope.GetRequiredService<MarkItem>().RunAsync(codes[key], mark, cancel)).Refusal);

    private LifeEvent Open(string at, MechanismInput input) => new(days.At(at), Officer, async (scope, cancel) => (await scope.GetRequiredService<KeepMechanism>().OpenAsync(input with { Since = On(at.Split(' ')[0]) }, null, cancel)).Refusal);

    private LifeEvent Keep(string at, Func<KeepMechanism, Task<Outcome<Done>>> act) => new(days.At(at), Officer, async (scope, _) => (await act(scope.GetRequiredService<KeepMechanism>())).Refusal);

    private string On(string workday) => days.Day(int.Parse(workday, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
