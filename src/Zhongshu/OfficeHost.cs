using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Demo;
using Zhongshu.Modules.Accounts;
using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Archives;
using Zhongshu.Modules.Boards;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Challenges;
using Zhongshu.Modules.Coordinations;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.FairCopies;
using Zhongshu.Modules.Improvements;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Watch;
using Zhongshu.Modules.Jobs;
using Zhongshu.Modules.Materials;
using Zhongshu.Modules.Matters;
using Zhongshu.Modules.Notices;
using Zhongshu.Modules.Organisation;
using Zhongshu.Modules.PeopleFiles;
using Zhongshu.Modules.Portals;
using Zhongshu.Modules.Proofs;
using Zhongshu.Modules.Regulations;
using Zhongshu.Modules.RuleLibrary;
using Zhongshu.Modules.Search;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Teams;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Keys;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Modules;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Requests;
using Zhongshu.Platform.Rules;
using Zhongshu.Shell;

namespace Zhongshu;

/// Puts the house together. The one list of modules is here.
internal static class OfficeHost
{
    // Each keeps its connection open, with a page cache.
    private const int KeptContexts = 16;

    public static readonly IReadOnlyList<Module> Modules =
    [
        new DeskModule(),
        new BoardsModule(),
        new MattersModule(),
        new IncomingDocumentsModule(),
        new WatchModule(),
        new ArchivesModule(),
        new SupervisionModule(),
        new BurdensModule(),
        new AppraisalsModule(),
        new CoordinationsModule(),
        new ChallengesModule(),
        new DefectsModule(),
        new ProofsModule(),
        new FairCopiesModule(),
        new NoticesModule(),
        new PortalsModule(),
        new SearchModule(),
        new RuleLibraryModule(),
        new RegulationsModule(),
        new MaterialsModule(),
        new ImprovementsModule(),
        new OrganisationModule(),
        new PeopleFilesModule(),
        new TeamsModule(),
        new AccountsModule(),
        new JobsModule(),
    ];

    public static WebApplication Build(OfficeSettings settings, TimeProvider? clock = null)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "Zhongshu", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration().UseStaticWebAssets().UseUrls(settings.Urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Critical)
            // What the database refuses is answered as stale, or logged with its number by whoever answers: not twice.
            .AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None).AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        AddPlatform(builder.Services, settings, clock ?? TimeProvider.System);
        foreach (var module in Modules) module.AddServices(builder.Services);
        var app = builder.Build();
        Use(app);
        return app;
    }

    /// Before the first request: the schema, and what an empty folder needs.
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await Schema.BringUpToDateAsync(db, cancel);
        await scope.ServiceProvider.GetRequiredService<RuleShelf>().RenewAsync(cancel);
        // A broken flow stops the start, not the first document.
        scope.ServiceProvider.GetRequiredService<FlowShelf>();
        KeyRing.LockOldKeys(scope.ServiceProvider.GetRequiredService<OfficeSettings>(), scope.ServiceProvider.GetRequiredService<MasterKey>());
        await scope.ServiceProvider.GetRequiredService<TotpSecrets>().ProtectOldAsync(db, cancel);
        if (!scope.ServiceProvider.GetRequiredService<OfficeSettings>().Demo) return;
        await DemoSeed.PlantAsync(db, cancel);
        await scope.ServiceProvider.GetRequiredService<DemoSignIn>().PlantAsync(cancel);
    }

    private static void AddPlatform(IServiceCollection services, OfficeSettings settings, TimeProvider clock)
    {
        var database = DatabaseOptions.From(settings.Connection, settings.DataFolder);
        services.AddSingleton(settings);
        services.AddSingleton(clock);
        services.AddSingleton(database);
        services.AddSingleton(WriteGate.For(database.Engine));
        services.AddSingleton(new Ids(clock));
        services.AddSingleton(new Menu([.. Modules.SelectMany(m => m.Menu)]));
        services.AddSingleton<OrganisationShelf>();
        services.AddSingleton(_ => FlowShelf.Read(settings.RulesFolder));
        services.AddSingleton(_ => RuleShelf.Read(OfficeRules.Load(settings.RulesFolder)));
        services.AddSingleton<RuleShelf>();
        services.AddSingleton<OfficeShelves>();
        services.AddScoped<Office>();
        services.AddScoped<FlowDesk>();
        services.AddPooledDbContextFactory<OfficeDb>(
            (house, options) =>
            {
                database.Apply(options);
                options.AddInterceptors(house.GetRequiredService<NoticeOutlet>());
            },
            KeptContexts);
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<OfficeDb>>().CreateDbContext().In(scope.GetRequiredService<WriteGate>(), scope.GetRequiredService<CurrentActor>()));
        services.AddKeyRing(settings);
        services.AddFiles();
        services.AddAccess();
        services.AddScoped<DemoSignIn>();
        services.AddSingleton<ChannelShelf>();
        services.AddSingleton<NoticeOutlet>();
        services.AddScoped<UnreadNotices>();
        services.AddRazorComponents();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddJobs();
        services.AddHttpContextAccessor();
        services.ConfigureHttpJsonOptions(json => SentJson.Read(json.SerializerOptions));
        services.AddOpenApi(describe => describe.AddSchemaTransformer(SentJson.DescribeAsync));
    }

    private static void Use(WebApplication app)
    {
        app.UseAccess();
        app.MapStaticAssets().OpenToStrangers();
        app.MapOpenApi("/openapi/v1.json").OpenToStrangers();
        app.MapGet("/health/live", () => "ok").OpenToStrangers();
        app.MapGet("/health/ready", Readiness.AnswerAsync).OpenToStrangers();
        app.MapRazorComponents<App>();
        Downloads.Map(app);
        foreach (var module in Modules) module.MapRoutes(app);
    }
}
