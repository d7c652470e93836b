using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Appraisals;

/// 考核评价: schemes as data, figures from the ledgers, opinions by named people, results that can be followed back.
internal sealed class AppraisalsModule : Module
{
    public const string Manage = "appraisals.manage";

    public const string Judge = "appraisals.judge";

    public const string Answer = "burdens.take-part";

    public const string Read = "statistics.read";

    public override string Id => "appraisals";

    public override string Title => "考核评价";

    public override IEnumerable<MenuEntry> Menu => [new("统计", "考核评价", "/appraisals", Judge, 430, "减负和考核"), new("办事", "个人考核", "/appraisals/people", Judge, 362, "复盘和学习")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<OpenScheme>();
        services.AddScoped<Appraise>();
        services.AddScoped<Notes.NoteAppraisal>();
        services.AddScoped<Discipline.RecordBreach>();
        services.AddScoped<Voices.HearVoice>();
        services.AddScoped<People.AppraisePerson>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => AppraisalRoutes.Map(routes);
}
