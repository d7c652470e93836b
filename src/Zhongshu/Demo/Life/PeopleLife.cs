using System.Globalization;
using Zhongshu.Modules.PeopleFiles.Files;
using Zhongshu.Modules.PeopleFiles.Pairs;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Demo.Life;

/// Lessons, talks, a pair and some tags of the demonstration office. All of it is invented.
internal sealed class PeopleLife(LifeDays days)
{
    private long _course, _pair;

    public IEnumerable<LifeEvent> Events()
    {
        yield return Training("-13 17:00", "director", new TrainingInput { Kind = "lesson", Subject = "公文", Title = "请示一文一事怎么把握", Batch = "第11期", Speaker = "砚秋白", People = [21, 31, 41, 51, 61, 71, 81] });
        yield return new(days.At("-12 08:50"), "handler2", async (scope, cancel) => (await scope.GetRequiredService<KeepTraining>().NoteAsync(_course, 31, "", "请示只提一个请求，附件里也不能再夹带。", cancel)).Refusal);
        yield return Training("-11 17:00", "director", new TrainingInput { Kind = "integrity", Subject = "法律", Title = "纪法知识测试", Batch = "第4季度", People = [21, 31, 41] });
        yield return new(days.At("-11 17:40"), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepTraining>().NoteAsync(_course, 31, "96", "", cancel)).Refusal);
        yield return new(days.At("-11 17:41"), "director", async (scope, cancel) => (await scope.GetRequiredService<KeepTraining>().NoteAsync(_course, 21, "92", "", cancel)).Refusal);
        yield return Training("-9 17:30", "head2", new TrainingInput { Kind = "coach", Subject = "公文", Title = "汇报稿当面改", Speaker = "笺明达", People = [31] });
        yield return Training("-6 17:00", "director", new TrainingInput { Kind = "branch", Subject = "党的理论", Title = "支部周学", Batch = "第46周", People = [20, 21, 30, 31, 40, 41, 50, 51] });
        yield return Training("-4 17:00", "director", new TrainingInput { Kind = "follow", Title = "到青禾县跟岗一周", Batch = "第3批", People = [41] });
        yield return new(days.At("-12 09:10"), "head2", async (scope, cancel) =>
        {
            var pair = await scope.GetRequiredService<KeepPair>().PairAsync(30, 31, "三个月内能独立起草通知和函。", null, cancel);
            if (pair.Succeeded) _pair = pair.Value.Id;
            return pair.Refusal;
        });
        yield return Step("-10 16:00", "文稿共审", "一起改了老旧小区改造的通知，三稿。");
        yield return Step("-7 16:00", "带技能", "教怎样从来文里摘出请求事项。");
        yield return Step("-3 16:00", "难题共解", "两个科室都不愿接的件，一起找职责依据。");
        yield return Tag("-5 10:00", "head2", 31, "specialist", "文稿连续三月无退改。");
        yield return Tag("-5 10:05", "director", 71, "meetings", "独立承办两次全市性会议。");
        yield return Tag("-5 10:06", "director", 20, "generalist", "办文、办会、协调都能独当一面。");
        yield return Tag("-5 10:07", "director", 111, "reception", "三批外地来访保障顺利。");
    }

    private LifeEvent Training(string at, string by, TrainingInput input) => new(days.At(at), by, async (scope, cancel) =>
    {
        var done = await scope.GetRequiredService<KeepTraining>().AddAsync(input with { On = DateOnly.FromDateTime(days.At(at).DateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, null, cancel);
        if (done.Succeeded) _course = done.Value.Id;
        return done.Refusal;
    });

    private LifeEvent Step(string at, string kind, string words) => new(days.At(at), "handler2", async (scope, cancel) => (await scope.GetRequiredService<KeepPair>().StepAsync(_pair, kind, words, null, cancel)).Refusal);

    private LifeEvent Tag(string at, string by, long person, string tag, string ground) => new(days.At(at), by, async (scope, cancel) => (await scope.GetRequiredService<KeepFile>().TagAsync(person, tag, ground, cancel)).Refusal);
}
