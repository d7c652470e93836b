using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Notices.Channels;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Modules.Notices.Trace;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Notices;

[Trait("req", "M19-A04")]
public sealed class DeliveryTests
{
    [Fact]
    [Trait("req", "M19-A05")]
    public async Task a_document_that_comes_to_me_comes_by_mail_too_and_the_record_says_so()
    {
        await using var server = new SmtpListener();
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync(server.Address);
        await office.MailboxAsync("director@yunling.example");
        var code = await office.RegisterAsync(1);
        (await office.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Queued);

        (await office.DeliverAsync()).ShouldBe(1);
        (await office.DeliverAsync()).ShouldBe(0);

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("director@yunling.example");
        mail.Header("Subject").ShouldContain("关于第1次防汛检查情况的通知");
        mail.Body.ShouldContain($"http://oa.yunling.example/matters/{code}");
        var delivery = (await office.DeliveriesAsync()).Single();
        delivery.State.ShouldBe(DeliveryState.Sent);
        delivery.Address.ShouldBe("director@yunling.example");
        mail.Header("Message-ID").ShouldContain(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{delivery.BatchId}"));
    }

    [Fact]
    public async Task a_change_that_is_taken_back_sends_nothing()
    {
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync("127.0.0.1:9");
        await office.Scene.AsAsync("director", async s =>
        {
            var (db, desk) = (s.GetRequiredService<OfficeDb>(), s.GetRequiredService<Office>());
            await using var transaction = await db.BeginWriteAsync(default);
            db.Add(new Notice { Id = desk.Ids.Next(), PersonId = desk.Actor.PersonId, Kind = "system", Text = "不应发出", At = desk.Now });
            await db.SaveChangesAsync();
            (await db.Set<NoticeDelivery>().CountAsync()).ShouldBe(1, "the delivery is written with the notice, not after it");
            return true;
        });
        (await office.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_message_that_is_tried_again_stays_whole_in_a_long_queue()
    {
        await using var gateway = await OtherSite.OpenAsync();
        await using var office = await OutwardOffice.OpenAsync();
        await office.PushToAsync(gateway.Address);
        await office.Scene.AsSystemAsync(async s =>
        {
            var (db, desk) = (s.GetRequiredService<OfficeDb>(), s.GetRequiredService<Office>());
            await using var transaction = await db.BeginWriteAsync(default);
            foreach (var text in new[] { "第一条", "第二条" }) db.Add(new Notice { Id = desk.Ids.Next(), PersonId = 10, Kind = "system", Text = text, At = desk.Now });
            await db.SaveChangesAsync();
            var now = desk.Now;
            await db.Set<NoticeDelivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.BatchId, (long?)77).SetProperty(d => d.NotBefore, now));
            for (var i = 0; i < 499; i++) db.Add(new NoticeDelivery { Id = desk.Ids.Next(), NoticeId = 1, PersonId = 20, Channel = NoticeChannel.Mail, At = now, NotBefore = now.AddMinutes(-1) });
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        (await office.DeliverAsync()).ShouldBe(499, "the channel is off: they are dropped");
        gateway.Posts.ShouldBeEmpty();
        (await office.DeliverAsync()).ShouldBe(2);
        using var json = JsonDocument.Parse(gateway.Posts.ShouldHaveSingleItem().Body);
        json.RootElement.GetProperty("notices").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task many_notices_that_wait_for_one_person_go_as_one_message()
    {
        await using var server = new SmtpListener();
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync(server.Address, DeliveryMode.Digest);
        await office.MailboxAsync("director@yunling.example");
        for (var i = 1; i <= 3; i++) await office.RegisterAsync(i);
        (await office.DeliverAsync()).ShouldBe(0, "the next digest is at 14:00");

        office.Scene.Clock.Pass(TimeSpan.FromHours(5));
        (await office.DeliverAsync()).ShouldBe(3);

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.Header("Subject").ShouldContain("3条新通知");
        for (var i = 1; i <= 3; i++) mail.Body.ShouldContain($"关于第{i}次防汛检查");
        (await office.DeliveriesAsync()).Select(d => d.BatchId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task at_night_only_the_most_urgent_goes_out()
    {
        await using var server = new SmtpListener();
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync(server.Address);
        await office.MailboxAsync("director@yunling.example");
        office.Scene.Clock.Pass(TimeSpan.FromHours(13));
        await office.RegisterAsync(1);
        await office.RegisterAsync(2, Urgency.Immediate);

        await office.DeliverAsync();
        server.Mails.ShouldHaveSingleItem().Header("Subject").ShouldContain("第2次");
        office.Scene.Clock.Pass(TimeSpan.FromHours(9));
        (await office.DeliverAsync()).ShouldBe(0, "22:00 and nine hours is 7:00");
        office.Scene.Clock.Pass(TimeSpan.FromMinutes(30));
        (await office.DeliverAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task what_was_read_within_the_program_before_its_time_is_not_sent()
    {
        await using var server = new SmtpListener();
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync(server.Address, DeliveryMode.Digest);
        await office.MailboxAsync("director@yunling.example");
        await office.RegisterAsync(1);
        await office.Scene.AsAsync("director", s => s.GetRequiredService<Office>().MarkAllNoticesReadAsync(default));

        office.Scene.Clock.Pass(TimeSpan.FromHours(5));
        await office.DeliverAsync();

        server.Mails.ShouldBeEmpty();
        (await office.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Dropped);
    }

    [Fact]
    [Trait("req", "M19-B06")]
    public async Task a_push_is_signed_tried_again_under_the_same_number_and_taken_once()
    {
        await using var gateway = await OtherSite.OpenAsync();
        await using var office = await OutwardOffice.OpenAsync();
        await office.PushToAsync(gateway.Address);
        await office.RegisterAsync(1);
        gateway.Answers.Enqueue(500);

        await office.DeliverAsync();
        (await office.DeliverAsync()).ShouldBe(0, "the next try waits a minute");
        office.Scene.Clock.Pass(TimeSpan.FromMinutes(1));
        await office.DeliverAsync();

        gateway.Posts.Count.ShouldBe(2);
        foreach (var (headers, body) in gateway.Posts)
        {
            headers["webhook-signature"].ShouldBe(SignedPost.SignatureOf(headers["webhook-id"], headers["webhook-timestamp"], body, OutwardOffice.Key));
            headers["Idempotency-Key"].ShouldBe(gateway.Posts[0].Headers["webhook-id"]);
            body.ShouldBe(gateway.Posts[0].Body);
        }

        using var json = JsonDocument.Parse(gateway.Posts[1].Body);
        json.RootElement.GetProperty("person").GetProperty("login").GetString().ShouldBe("director");
        json.RootElement.GetProperty("notices")[0].GetProperty("text").GetString()!.ShouldContain("关于第1次防汛检查");
        (await office.DeliveriesAsync()).Single().ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeliveryState.Sent), d => d.Attempts.ShouldBe(2));
    }

    [Fact]
    public async Task what_is_refused_for_good_is_a_failure_with_its_reason_and_can_be_sent_again()
    {
        await using var gateway = await OtherSite.OpenAsync();
        await using var office = await OutwardOffice.OpenAsync();
        await office.PushToAsync(gateway.Address);
        await office.RegisterAsync(1);
        gateway.Answers.Enqueue(400);
        await office.DeliverAsync();
        var failed = (await office.DeliveriesAsync()).Single();
        failed.State.ShouldBe(DeliveryState.Failed);
        failed.Reason.ShouldNotBeNull().ShouldContain("400");

        (await office.Scene.AsAsync("director", s => s.GetRequiredService<DeliveryList>().RetryAsync(failed.Id, default))).Succeeded.ShouldBeFalse();
        (await office.Scene.AsAsync("sysadmin", s => s.GetRequiredService<DeliveryList>().RetryAsync(failed.Id, default))).Value.ShouldBe(1);
        await office.DeliverAsync();

        (await office.DeliveriesAsync()).Single().State.ShouldBe(DeliveryState.Sent);
    }

    [Fact]
    public async Task a_server_that_is_never_there_ends_in_a_failure_after_the_last_try()
    {
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync("127.0.0.1:9");
        await office.MailboxAsync("director@yunling.example");
        await office.RegisterAsync(1);
        for (var i = 0; i < 6; i++)
        {
            await office.DeliverAsync();
            office.Scene.Clock.Pass(TimeSpan.FromHours(8));
        }

        (await office.DeliveriesAsync()).Single().ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeliveryState.Failed), d => d.Attempts.ShouldBe(6), d => d.Reason.ShouldNotBeNullOrEmpty());
    }

    [Fact]
    public async Task who_has_no_mailbox_is_said_and_not_tried_again()
    {
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync("127.0.0.1:9");
        await office.MailboxAsync(null);
        await office.RegisterAsync(1);
        await office.DeliverAsync();
        (await office.DeliveriesAsync()).Single().ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeliveryState.Failed), d => d.Reason.ShouldNotBeNull().ShouldContain("没有登记邮箱"));
    }

    [Fact]
    public async Task of_a_classified_matter_only_that_there_is_one_leaves_the_house()
    {
        await using var server = new SmtpListener();
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync(server.Address);
        await office.MailboxAsync("director@yunling.example");
        await office.RegisterAsync(1);
        await office.Scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Matter>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Classification, 1)));
        await office.DeliverAsync();
        var mail = server.Mails.ShouldHaveSingleItem();
        (mail.Header("Subject") + mail.Body).ShouldNotContain("防汛");
        mail.Body.ShouldContain("涉密事项");
    }

    [Fact]
    public async Task everybody_chooses_for_himself()
    {
        await using var office = await OutwardOffice.OpenAsync();
        await office.MailToAsync("127.0.0.1:9");
        await office.ChooseAsync("director", NoticeChannel.Mail, DeliveryMode.None);
        await office.RegisterAsync(1);
        (await office.DeliveriesAsync()).ShouldBeEmpty();
        await office.ChooseAsync("director", NoticeChannel.Mail, null);
        await office.RegisterAsync(2);
        (await office.DeliveriesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_secret_is_not_readable_in_the_database_and_does_not_follow_to_another_address()
    {
        await using var office = await OutwardOffice.OpenAsync();
        await office.PushToAsync("http://10.1.1.1/notify");
        var kept = await office.Scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<NoticeChannel>().SingleAsync());
        kept.ProtectedSecret.ShouldNotContain(OutwardOffice.Key);
        var moved = new ChannelForm { Channel = NoticeChannel.Webhook, IsOn = true, Target = "http://10.1.1.2/notify" };
        (await office.Scene.AsAsync("sysadmin", s => s.GetRequiredService<SetChannel>().RunAsync(moved, default))).Refusal!.Field.ShouldBe("Secret");
        (await office.Scene.AsAsync("director", s => s.GetRequiredService<SetChannel>().RunAsync(moved, default))).Refusal!.Message.ShouldContain("设置通知渠道");
    }
}
