using Microsoft.AspNetCore.Identity;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Requests;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Platform.Access.Enforcement;

/// Access as the host takes it in: services, and the order of the middleware.
internal static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<AccessShelf>();
        services.AddSingleton<TokenShelf>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<SignInHints>();
        services.AddSingleton<TotpSecrets>();
        services.AddSingleton<KeptForm>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<RequestSession>();
        services.AddSingleton<ILookupNormalizer, Logins>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddIdentityCore<Account>(identity => identity.User.AllowedUserNameCharacters = "").AddUserStore<AccountStore>();
        services.AddAuthentication(SessionCookie.Scheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "zs-session";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.SlidingExpiration = true;
        });
        services.AddSingleton<ApiLimit>();
        services.AddAntiforgery(forms => forms.Cookie.Name = "zs-form");
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<ActorMiddleware>();
        app.Use(app.Services.GetRequiredService<ApiLimit>().InvokeAsync);
        app.UseMiddleware<AccessMiddleware>();
        app.UseAntiforgery();
        app.Use(PlainText.CleanAsync);
    }
}
