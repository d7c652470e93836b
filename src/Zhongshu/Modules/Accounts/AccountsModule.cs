using Zhongshu.Modules.Accounts.Me;
using Zhongshu.Modules.Accounts.SignIn;
using Zhongshu.Platform.Modules;

namespace Zhongshu.Modules.Accounts;

/// 账号: signing in and out, passwords, second factor, tokens, and what the three administrators do with accounts.
internal sealed class AccountsModule : Module
{
    public override string Id => "accounts";

    public override string Title => "账号";

    public override IEnumerable<MenuEntry> Menu =>
    [
        new("设置", "我的账号", "/me", "", 900),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SignInThrottle>();
        services.AddScoped<CheckPassword>();
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        SignOut.Map(routes);
        SwitchPost.Map(routes);
        LargeText.Map(routes);
    }
}
