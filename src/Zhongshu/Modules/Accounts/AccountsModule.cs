using Zhongshu.Modules.Accounts.Administer;
using Zhongshu.Modules.Accounts.Me;
using Zhongshu.Modules.Accounts.Password;
using Zhongshu.Modules.Accounts.ReadTrail;
using Zhongshu.Modules.Accounts.SecondFactor;
using Zhongshu.Modules.Accounts.Sessions;
using Zhongshu.Modules.Accounts.SignIn;
using Zhongshu.Modules.Accounts.Tokens;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Accounts;

/// 账号: signing in and out, passwords, second factor, tokens, and what the three administrators do with accounts.
internal sealed class AccountsModule : Module
{
    public override string Id => "accounts";

    public override string Title => "账号";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("设置", "账号", "/settings/accounts", "accounts.manage", 910, "账号权限"),
        new("设置", "平台留痕", "/settings/trail", "trail.read", 920, "账号权限"),
        new("设置", "我的账号", "/me", "", 990, "我的"),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<HalfSignedIn>();
        services.AddSingleton<BeginSession>();
        services.AddScoped<CheckPassword>();
        services.AddScoped<CheckCode>();
        services.AddScoped<AccountChange>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<Enrol>();
        services.AddScoped<MyTokens>();
        services.AddScoped<AdministerAccount>();
        services.AddScoped<AccountList>();
        services.AddScoped<PlatformTrail>();
        services.AddScoped<EndSession>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SignOut.Map(routes);
        SignInAgain.Map(routes);
        SwitchPost.Map(routes);
        LargeText.Map(routes);
        SignOutEverywhere.Map(routes);
        EndSession.Map(routes);
    }
}
