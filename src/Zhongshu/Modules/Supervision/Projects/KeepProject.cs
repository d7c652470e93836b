using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Projects;

/// A project as a person or a platform writes it: all words, so that whatever was typed can be shown again.
public sealed record ProjectInput
{
    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Lead { get; init; } = "";

    public string PlannedStart { get; init; } = "";

    public string PlannedEnd { get; init; } = "";

    public string Prepared { get; init; } = "0";

    public string StartedOn { get; init; } = "";

    public string Progress { get; init; } = "0";

    public string EndedOn { get; init; } = "";

    public static ProjectInput Posted(IFormCollection form)
    {
        string Text(string name) => form[name].ToString().Trim();
        return new ProjectInput { Code = Text("code"), Title = Text("title"), Kind = Text("kind"), Lead = Text("lead"), PlannedStart = Text("plannedStart"), PlannedEnd = Text("plannedEnd"), Prepared = Text("prepared"), StartedOn = Text("startedOn"), Progress = Text("progress"), EndedOn = Text("endedOn") };
    }
}

/// 项目台账: kept by hand or by a project platform, under the project's code; and each round of guidance.
internal sealed class KeepProject(Office office)
{
    public Task<Outcome<long>> SaveAsync(ProjectInput input, string? once, CancellationToken cancel) => office.WriteAsync<long>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("登记项目");
        if (input.Code.Length is 0 or > 60) return SupervisionRefusals.Missing("code", "请填写项目代码，最多60字。");
        if (input.Title.Length is 0 or > 150) return SupervisionRefusals.Missing("title", "请填写项目名称，最多150字。");
        if (office.Rules.Value(ProjectRules.Kinds).All(k => k.Id != input.Kind)) return SupervisionRefusals.Missing("kind", "请选择项目种类。");
        if (input.Lead.Length == 0) return SupervisionRefusals.Missing("lead", "请填写牵头单位。");
        if (Receivers.Find(await office.BookAsync(cancel), input.Lead, office.Today) is not { } lead) return SupervisionRefusals.UnknownUnit("lead", input.Lead);
        if (DocketInput.Day(input.PlannedStart) is not { } start) return SupervisionRefusals.Missing("plannedStart", "请填写计划开工日期。");
        if (DocketInput.Day(input.PlannedEnd) is not { } end || end <= start) return SupervisionRefusals.Missing("plannedEnd", "请填写计划竣工日期，晚于计划开工日期。");
        if (Percent(input.Prepared) is not { } prepared) return SupervisionRefusals.Missing("prepared", "前期工作请填0到100之间的整数。");
        if (Percent(input.Progress) is not { } progress) return SupervisionRefusals.Missing("progress", "进度请填0到100之间的整数。");
        if (!Past(input.StartedOn, out var started)) return SupervisionRefusals.Missing("startedOn", "实际开工日期不晚于今天；没有开工的不填。");
        if (!Past(input.EndedOn, out var ended) || (ended is not null && started is null) || ended < started) return SupervisionRefusals.Missing("endedOn", "竣工日期不早于开工日期、不晚于今天；没有竣工的不填。");
        var project = await Mine(office).SingleOrDefaultAsync(p => p.Code == input.Code, cancel);
        var known = project is not null;
        if (project is null) office.Db.Add(project = new Project { Id = office.Ids.Next(), UnitId = office.Actor.HomeUnitId, Code = input.Code, Title = "", Kind = "", Since = office.Today, KeptBy = "" });
        (project.Title, project.Kind, project.LeadUnitId, project.PlannedStart, project.PlannedEnd) = (input.Title, input.Kind, lead.Id, start, end);
        (project.Prepared, project.StartedOn, project.Progress, project.EndedOn) = (prepared, started, progress, ended);
        (project.KeptBy, project.At) = (office.Actor.Name, office.Now);
        await SayAsync(project, known ? "更新项目" : "登记项目", null, cancel);
        return project.Id;
    }, cancel);

    public Task<Outcome<Done>> GuideAsync(long id, string on, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May("supervision.docket")) return Refusal.Forbidden("登记项目督导");
        if (await Mine(office).SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } project) return Refusal.NotFound("这个项目");
        if (DocketInput.Day(on) is not { } day || day > office.Today || day < project.Since) return SupervisionRefusals.Missing("on", $"请填写督导日期，在{project.Since:yyyy年M月d日}和今天之间。");
        if (words.Trim().Length is 0 or > 1000) return SupervisionRefusals.Missing("words", "请写明督导了什么、卡在哪里、怎样解决，最多1000字。");
        office.Db.Add(new ProjectGuide { Id = office.Ids.Next(), ProjectId = id, On = day, Words = words.Trim(), RecordedBy = office.Actor.Name });
        if (project.GuidedOn is null || project.GuidedOn < day) project.GuidedOn = day;
        await SayAsync(project, "督导项目", words.Trim(), cancel);
        return Done.Yes;
    }, cancel);

    public static IQueryable<Project> Mine(Office office)
    {
        var unit = office.Actor.HomeUnitId;
        return office.Db.Set<Project>().Where(p => p.UnitId == unit);
    }

    private bool Past(string text, out DateOnly? day)
    {
        day = text.Length == 0 ? null : DocketInput.Day(text);
        return text.Length == 0 || day <= office.Today;
    }

    private static int? Percent(string text) => int.TryParse(text.Length == 0 ? "0" : text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 100 ? n : null;

    private Task SayAsync(Project project, string what, string? quote, CancellationToken cancel) =>
        office.Db.RecordPlatformAsync(new Platform.Trail.Act("supervision.project", $"{what}：{project.Title}") { Quote = quote, Changes = new { project.Id, project.Code, project.Prepared, project.StartedOn, project.Progress, project.EndedOn } }, office.Ids, office.Now, cancel);
}
