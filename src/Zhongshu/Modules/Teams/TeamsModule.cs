using Zhongshu.Modules.Teams.Assistance;
using Zhongshu.Modules.Teams.Briefs;
using Zhongshu.Modules.Teams.Charges;
using Zhongshu.Modules.Teams.Honours;
using Zhongshu.Modules.Teams.Meetings;
using Zhongshu.Modules.Teams.Parties;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Teams;

/// 科室工作: regular meetings and what they arrange, who answers for what, whom the office serves and keeps in touch with, help between sections, information tasks, honours.
internal sealed class TeamsModule : Module
{
    public const string Read = "matters.read-own";

    public const string Section = "people.section";

    public const string Manage = "people.manage";

    public override string Id => "teams";

    public override string Title => "科室工作";

    public override IEnumerable<MenuEntry> Menu => [new("办事", "科室工作", "/team", Read, 355, "我的任务")];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<HoldMeeting>();
        services.AddScoped<SetCharge>();
        services.AddScoped<KeepParty>();
        services.AddScoped<AskAssistance>();
        services.AddScoped<RunBrief>();
        services.AddScoped<GiveHonour>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes) => TeamApi.Map(routes);
}
