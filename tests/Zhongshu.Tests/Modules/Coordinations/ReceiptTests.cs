using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Coordinations;
using Zhongshu.Modules.Coordinations.Groups;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Modules.Notices.Channels;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Modules.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Coordinations;

/// What is told is told line by line: sent, read, answered, missing; by short message too.
public sealed class ReceiptTests
{
    private static readonly MeetingInput Meeting = new() { Title = "秋粮收购联席会议", StartsAt = "2026-11-26T14:30", Place = "三楼会议室", Agenda = "仓容和运力", More = [58, 1] };

    [Theory, Engines]
    [Trait("req", "M19-A15")]
    public async Task Every_unit_called_to_a_meeting_has_its_line_and_what_is_missing_stands_out(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await CoordinationTests.OpenAsync(scene, CoordinationTests.Team with { Partners = [40, 16, 3] })).Refusal!.Field.ShouldBe("partners", "not a unit of ours");
        var id = (await CoordinationTests.OpenAsync(scene, CoordinationTests.Team with { Partners = [40, 10] })).Value;
        var meeting = (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().RunAsync(id, Meeting, null, default))).Value;
        var lines = await LinesAsync(scene, meeting);
        lines.Select(l => l.Line.UnitId).ShouldBe([50L, 10, 40, 54, 58, 1], ignoreOrder: true);
        lines.Where(l => l.Missing == "没有阅读").Count().ShouldBe(5);
        lines.Single(l => l.Line.UnitId == 1).ShouldSatisfyAllConditions(l => l.SentAt.ShouldBeNull(), l => l.Missing.ShouldBe("不在平台，须另行通知"));

        await scene.AsAsync("county", s => s.GetRequiredService<Office>().MarkAllNoticesReadAsync(default));
        (await LinesAsync(scene, meeting)).Single(l => l.Line.UnitId == 40).ShouldSatisfyAllConditions(l => l.ReadAt.ShouldNotBeNull(), l => l.Missing.ShouldBe("没有答复"));
        (await AnswerAsync(scene, "bureau", meeting, ReceiptAnswer.Away, "")).Refusal!.Field.ShouldBe("words");
        (await AnswerAsync(scene, "bureau", meeting, ReceiptAnswer.Away, "出差，委派投资科参加")).Refusal.ShouldBeNull();
        (await AnswerAsync(scene, "county", meeting, ReceiptAnswer.Comes, "")).Refusal.ShouldBeNull();
        (await AnswerAsync(scene, "handler2", meeting, ReceiptAnswer.Comes, "")).Refusal!.Rule.ShouldBe("platform.not-found");
        (await LinesAsync(scene, meeting)).Where(l => l.Missing.Length == 0).Select(l => (l.Line.UnitId, l.Said)).ShouldBe([(50, "请假"), (40, "参加")], ignoreOrder: true);

        var silent = (await LinesAsync(scene, meeting)).Count(l => l.Missing.Length > 0 && l.Line.PersonId != 0);
        (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().ChaseAsync(meeting, null, default))).Value.ShouldBe(silent);
        (await LinesAsync(scene, meeting)).Where(l => l.Missing.Length > 0 && l.Line.PersonId != 0).ShouldAllBe(l => l.Line.ChasedAt != null);
        (await CoordinationTests.NoticesAsync(scene, 354)).Count(t => t.Contains("秋粮收购联席会议")).ShouldBe(2);
        var last = (await LinesAsync(scene, meeting)).Single(l => l.Line.UnitId == 1);
        (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().ToldByHandAsync(meeting, last.Line.Id, (true, "电话通知，值班员接，参加"), null, default))).Refusal.ShouldBeNull();
        (await LinesAsync(scene, meeting)).Single(l => l.Line.Id == last.Line.Id).Missing.ShouldBeEmpty();
        (await scene.AsAsync("county", s => s.GetRequiredService<CallMeeting>().ChaseAsync(meeting, null, default))).Refusal!.Rule.ShouldBe("platform.forbidden");
    }

    [Theory, Engines]
    [Trait("req", "M19-A15")]
    public async Task Whoever_is_the_first_of_two_units_answers_for_both(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var id = (await CoordinationTests.OpenAsync(scene, CoordinationTests.Team with { Partners = [10, 13] })).Value;
        var meeting = (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().RunAsync(id, Meeting with { More = [] }, null, default))).Value;
        (await AnswerAsync(scene, "head1", meeting, ReceiptAnswer.Comes, "")).Refusal.ShouldBeNull();
        (await LinesAsync(scene, meeting)).Where(l => l.Line.UnitId is 10 or 13).Select(l => (l.Line.PersonId, l.Said)).ShouldBe([(20L, "参加"), (20L, "参加")]);
    }

    [Theory, Engines]
    [Trait("req", "M19-A10")]
    public async Task A_group_is_made_for_a_line_with_those_of_its_posts_and_what_one_says_reaches_all(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var rules = await scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules));
        rules.Value(CoordinationRules.Lines).Select(l => l.Word).ShouldBe(["办公室主任", "秘书", "网站建设", "通讯员"]);
        (await OpenAsync(scene, "handler2", "secretary")).Refusal!.Rule.ShouldBe("platform.forbidden");
        var group = (await OpenAsync(scene, "director", "secretary")).Value;
        var members = await MembersAsync(scene, group);
        members.ShouldContain(22, "the secretary of the leaders");
        members.ShouldContain(21, "who drafts");
        members.ShouldNotContain(340);
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepGroup>().AddUnitAsync(group, 40, null, default))).Value.ShouldBe(1);
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepGroup>().AddUnitAsync(group, 40, null, default))).Refusal!.Field.ShouldBe("unit");

        (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepGroup>().SendAsync(group, "我不在群里", false, null, default))).Refusal!.Rule.ShouldBe("platform.not-found");
        (await scene.AsAsync("county", s => s.GetRequiredService<KeepGroup>().SendAsync(group, "周五下午交季报", false, null, default))).Value.ShouldBe(members.Count);
        (await CoordinationTests.NoticesAsync(scene, 22)).ShouldContain(t => t.Contains("周五下午交季报"));
        var message = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<GroupMessage>().SingleAsync());
        (await scene.AsAsync("secretary", s => s.GetRequiredService<KeepGroup>().AcknowledgeAsync(message.Id, default))).Refusal.ShouldBeNull();
        var lines = await scene.AsAsync("director", s => Receipts.ReadAsync(s.GetRequiredService<Office>(), ReceiptOf.Message, message.Id, default));
        lines.Count.ShouldBe(members.Count);
        lines.Where(l => l.Missing.Length == 0).Select(l => l.Line.PersonId).ShouldBe([22L]);
    }

    [Fact]
    [Trait("req", "M19-A06")]
    [Trait("req", "M19-B06")]
    public async Task What_is_said_to_a_group_goes_to_every_telephone_by_a_signed_request_and_waits_out_the_night()
    {
        await using var gateway = await OtherSite.OpenAsync();
        await using var office = await OutwardOffice.OpenAsync();
        await office.SetAsync(new ChannelForm { Channel = NoticeChannel.Sms, IsOn = true, Target = gateway.Address, Secret = OutwardOffice.Key, Sender = "云岭市府办", Login = "yunling" });
        var group = (await OpenAsync(office.Scene, "director", "secretary")).Value;
        var others = (await MembersAsync(office.Scene, group)).Count - 1;
        await office.Scene.AsAsync("director", s => s.GetRequiredService<KeepGroup>().SendAsync(group, "今晚有强降雨，请通知到值班人员", false, null, default));
        (await office.DeliverAsync()).ShouldBe(others);
        gateway.Posts.Count.ShouldBe(others);
        foreach (var (headers, body) in gateway.Posts) headers["webhook-signature"].ShouldBe(SignedPost.SignatureOf(headers["webhook-id"], headers["webhook-timestamp"], body, OutwardOffice.Key));
        using var json = JsonDocument.Parse(gateway.Posts[0].Body);
        var sent = json.RootElement;
        (sent.GetProperty("account").GetString(), sent.GetProperty("sign").GetString()).ShouldBe(("yunling", "云岭市府办"));
        sent.GetProperty("phone").GetString()!.ShouldMatch("^[0-9]{11}$");
        sent.GetProperty("text").GetString()!.ShouldStartWith("【云岭市府办】");
        sent.GetProperty("text").GetString()!.ShouldContain("今晚有强降雨");
        (await office.DeliveriesAsync()).ShouldAllBe(d => d.State == DeliveryState.Sent && d.Channel == NoticeChannel.Sms && d.Address!.StartsWith("0000"));

        office.Scene.Clock.Pass(TimeSpan.FromHours(14));
        await office.Scene.AsAsync("director", s => s.GetRequiredService<KeepGroup>().SendAsync(group, "明早交班", false, null, default));
        (await office.DeliverAsync()).ShouldBe(0, "it is 23:00");
        await office.Scene.AsAsync("director", s => s.GetRequiredService<KeepGroup>().SendAsync(group, "水库超汛限，立即到岗", true, null, default));
        (await office.DeliverAsync()).ShouldBe(others, "the most urgent goes out at any hour");
        office.Scene.Clock.Pass(TimeSpan.FromHours(9));
        (await office.DeliverAsync()).ShouldBe(others);
    }

    [Fact]
    [Trait("req", "M19-A06")]
    public async Task A_short_message_is_cut_to_its_length_and_a_gateway_without_sign_or_key_is_not_taken()
    {
        await using var office = await OutwardOffice.OpenAsync();
        var form = new ChannelForm { Channel = NoticeChannel.Sms, IsOn = true, Target = "http://127.0.0.1:9/sms", Secret = OutwardOffice.Key, Sender = "" };
        (await SetAsync(office, form)).ShouldBe("Sender");
        form.Sender = "云岭市府办";
        form.Secret = "short";
        (await SetAsync(office, form)).ShouldBe("Secret");
        form.Target = "ftp://gateway";
        (await SetAsync(office, form)).ShouldBe("Target");
        var channel = new NoticeChannel { Channel = NoticeChannel.Sms, Sender = "云岭市府办" };
        var notice = new OutgoingNotice(1, "work", new string('长', 300), 0, default, null);
        SmsSender.TextOf(new Message(1, channel, new Addressee(1, "甲", null, null), [notice]), 200).ShouldSatisfyAllConditions(t => t.Length.ShouldBe(200), t => t.ShouldStartWith("【云岭市府办】"), t => t.ShouldEndWith("…"));
        SmsSender.TextOf(new Message(1, channel, new Addressee(1, "甲", null, null), [notice, notice]), 200).ShouldBe("【云岭市府办】您有2条新通知");
        var rare = notice with { Text = string.Concat(Enumerable.Repeat("𠮷", 150)) };
        foreach (var longest in new[] { 199, 200 }) char.IsHighSurrogate(SmsSender.TextOf(new Message(1, channel, new Addressee(1, "甲", null, null), [rare]), longest)[^2]).ShouldBeFalse("not cut inside a character of two units");
    }

    [Theory]
    [InlineData("138-0000-0000", "13800000000")]
    [InlineData("+86 138 0000 0000", "+8613800000000")]
    [InlineData("0871-63120000、13800000000", "13800000000")]
    [InlineData("010-65550000转801", "01065550000")]
    [InlineData("无", "")]
    public void Of_several_numbers_in_one_entry_one_is_taken(string entry, string number) => SmsSender.NumberOf(entry).ShouldBe(number);

    private static async Task<string?> SetAsync(OutwardOffice office, ChannelForm form) => (await office.Scene.AsAsync("sysadmin", s => s.GetRequiredService<SetChannel>().RunAsync(form, default))).Refusal!.Field;

    private static Task<Outcome<long>> OpenAsync(Scene scene, string login, string line) => scene.AsAsync(login, s => s.GetRequiredService<KeepGroup>().OpenAsync(line, "秘书工作群", null, default));

    private static Task<List<long>> MembersAsync(Scene scene, long group) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<GroupMember>().Where(m => m.GroupId == group).Select(m => m.PersonId).ToListAsync());

    private static Task<IReadOnlyList<Receipt>> LinesAsync(Scene scene, long meeting) => scene.AsAsync("director", s => Receipts.ReadAsync(s.GetRequiredService<Office>(), ReceiptOf.Meeting, meeting, default));

    private static Task<Outcome<Done>> AnswerAsync(Scene scene, string login, long meeting, ReceiptAnswer answer, string words) => scene.AsAsync(login, s => s.GetRequiredService<CallMeeting>().AnswerAsync(meeting, answer, words, default));
}
