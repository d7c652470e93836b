using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Regulations.Handbook;

/// 岗位手册的补充: by the office, or by the head of the section.
internal sealed class KeepPost(Office office)
{
    private const string Head = "people.section";

    /// An empty text takes it off.
    public Task<Outcome<Done>> WriteAsync(long post, string element, string text, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (book.Post(post) is not { } of || book.HomeOf(of.UnitId)?.Id != office.Actor.HomeUnitId) return Refusal.NotFound("这个岗位");
        if (!May(office, of)) return RegulationRefusals.NotYourPost;
        if (office.Rules.Value(RegulationRules.PostElements).FirstOrDefault(e => e.Id == element) is not { } kind) return RegulationRefusals.Missing("element", "请选择手册的哪一项。");
        if (text.Length > RegulationLimits.Text) return RegulationRefusals.Missing("text", $"最多{RegulationLimits.Text}字。");
        var row = await office.Db.Set<PostEntry>().SingleOrDefaultAsync(e => e.PostId == post && e.Element == element, cancel);
        if (text.Length == 0 && row is null) return RegulationRefusals.Missing("text", $"请写明这个岗位的{kind.Word}：{kind.Hint}。");
        if (text.Length == 0) office.Db.Remove(row!);
        else if (row is null) office.Db.Add(new PostEntry { PostId = post, Element = element, Text = text, PersonName = office.Actor.Name, On = office.Today });
        else (row.Text, row.PersonName, row.On) = (text, office.Actor.Name, office.Today);
        await office.SayAsync("regulations.post", $"{book.LabelOf(of.UnitId)}{of.Name}岗位手册：{(text.Length == 0 ? "删去" : "写明")}{kind.Word}", post, text.Length == 0 ? null : text, cancel);
        return Done.Yes;
    }, cancel);

    public static bool May(Office office, Post post) => office.Actor.May(RegulationsModule.Manage) || (office.Actor.May(Head) && post.UnitId == office.Actor.UnitId);
}
