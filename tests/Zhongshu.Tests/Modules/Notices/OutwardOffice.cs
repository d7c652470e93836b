using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Notices.Channels;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Modules.Notices.Prefer;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Notices;

/// The office with a way out: channels set, documents that come in, the job that delivers.
internal sealed class OutwardOffice(Scene scene) : IAsyncDisposable
{
    public static readonly string Key = "a-key-of-the-gateway-0001";

    public Scene Scene => scene;

    public static async Task<OutwardOffice> OpenAsync(bool loopback = true, DatabaseEngine engine = DatabaseEngine.Sqlite, X509Certificate2Collection? trusted = null) =>
        new(await Scene.OpenAsync(engine, with: s => s with { Outbound = loopback ? [IPNetwork.Parse("127.0.0.0/8")] : [], TrustedRoots = trusted }));

    public Task MailToAsync(string server, DeliveryMode mode = DeliveryMode.AtOnce) =>
        SetAsync(new ChannelForm { Channel = NoticeChannel.Mail, IsOn = true, Mode = (int)mode, Target = server, Sender = "office@yunling.example", SiteAddress = "http://oa.yunling.example/" });

    public Task PushToAsync(string url) => SetAsync(new ChannelForm { Channel = NoticeChannel.Webhook, IsOn = true, Target = url, Secret = Key });

    public async Task SetAsync(ChannelForm form) => (await scene.AsAsync("sysadmin", s => s.GetRequiredService<SetChannel>().RunAsync(form, default))).Refusal.ShouldBeNull();

    public async Task ChooseAsync(string login, string channel, DeliveryMode? mode) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<ChooseMode>().RunAsync(new ModeForm { Channel = channel, Mode = (int?)mode }, default))).Refusal.ShouldBeNull();

    /// A mailbox for the office director, to whom every registered document comes.
    public Task MailboxAsync(string? address) => scene.AsSystemAsync(async s =>
    {
        var me = TestOffice.PersonOf("director");
        await s.GetRequiredService<OfficeDb>().Set<Person>().Where(p => p.Id == me).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, address));
        s.GetRequiredService<OrganisationShelf>().Renew();
        return true;
    });

    public async Task<string> RegisterAsync(int number, Urgency urgency = Urgency.Routine)
    {
        var form = new RegisterForm { Title = $"关于第{number}次防汛检查情况的通知", Sender = "岚川省水利厅", DocumentNumber = $"岚水发〔2026〕{number}号", Urgency = urgency };
        var document = await scene.RegisterAsync("registry", form);
        document.Refusal.ShouldBeNull();
        return await scene.CodeOfAsync(document.Value.MatterId);
    }

    public Task<int> DeliverAsync() => scene.AsSystemAsync(s => s.GetRequiredService<DeliverNotices>().RunAsync(default));

    public Task<List<NoticeDelivery>> DeliveriesAsync() =>
        scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<NoticeDelivery>().AsNoTracking().OrderBy(d => d.Id).ToListAsync());

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
