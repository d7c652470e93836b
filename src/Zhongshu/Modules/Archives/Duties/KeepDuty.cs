using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Duties;

public sealed record DutyInput(string Kind, long Unit, long Post, string Content);

public sealed record ScopeInput(long Unit, string Material, string Category, string Retention);

/// 责任登记 by post, and the scope, class and retention of what each section forms.
internal sealed class KeepDuty(Office office)
{
    public Task<Outcome<Done>> SetAsync(DutyInput input, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("登记档案责任");
        if (office.Rules.Value(DutyRules.Kinds).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return ArchiveRefusals.Missing("kind", "请选择是哪一项责任。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (kind.EachSection ? book.SectionsOf(keeper).All(u => u.Id != input.Unit) : input.Unit != 0) return ArchiveRefusals.Missing("unit", kind.EachSection ? "这项责任落实到科室，请选择科室。" : "这项责任是全室的，不选科室。");
        if (book.Post(input.Post) is not { } post || book.HomeOf(post.UnitId)?.Id != keeper || (kind.EachSection && post.UnitId != input.Unit)) return ArchiveRefusals.Missing("post", kind.EachSection ? "请选择本科室的岗位。" : "请选择本单位的岗位。");
        if (input.Content.Length is 0 or > ArchiveKeeper.LongestWords) return ArchiveRefusals.Missing("content", $"请写明责任内容，最多{ArchiveKeeper.LongestWords}字。");
        var duty = await office.Db.Set<ArchiveDuty>().SingleOrDefaultAsync(d => d.KeeperId == keeper && d.Kind == kind.Id && d.UnitId == input.Unit, cancel);
        if (duty is null) office.Db.Add(duty = new ArchiveDuty { Id = office.Ids.Next(), KeeperId = keeper, Kind = kind.Id, UnitId = input.Unit, Content = input.Content });
        (duty.PostId, duty.Content, duty.Since) = (post.Id, input.Content, office.Today);
        foreach (var person in book.HoldersOf(post.Id, office.Today)) office.TellArchive(person.Id, "result", $"您的岗位负责档案工作的“{kind.Word}”：{duty.Content}");
        await office.SayArchiveAsync($"{kind.Group}“{kind.Word}”{(input.Unit == 0 ? "" : $"（{book.LabelOf(input.Unit)}）")}由{book.LabelOf(post.UnitId)}{post.Name}负责", duty.Id, duty.Content, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> AddScopeAsync(ScopeInput input, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("登记归档范围");
        if (input.Material.Length is 0 or > 300) return ArchiveRefusals.Missing("material", "请写明归档哪些文件材料，最多300字。");
        if (input.Category.Length is 0 or > 60) return ArchiveRefusals.Missing("category", "请填写类别，最多60字。");
        if (office.Rules.Value(ArchiveRules.Periods).All(p => p.Code != input.Retention)) return ArchiveRefusals.UnknownRetention;
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (book.SectionsOf(keeper).All(u => u.Id != input.Unit)) return ArchiveRefusals.Missing("unit", "请选择形成这些材料的科室。");
        if (await office.Db.Set<ArchiveScope>().AnyAsync(s => s.KeeperId == keeper && s.UnitId == input.Unit && s.Material == input.Material, cancel)) return ArchiveRefusals.ScopeTwice;
        var scope = new ArchiveScope { Id = office.Ids.Next(), KeeperId = keeper, UnitId = input.Unit, Material = input.Material, Category = input.Category, Retention = input.Retention };
        office.Db.Add(scope);
        await office.SayArchiveAsync($"归档范围：{book.LabelOf(input.Unit)}，{input.Category}，{FilingProposal.WordOf(office.Rules, input.Retention)}", scope.Id, input.Material, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> DropScopeAsync(long id, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("登记归档范围");
        var keeper = await office.KeeperAsync(cancel);
        if (await office.Db.Set<ArchiveScope>().SingleOrDefaultAsync(s => s.Id == id && s.KeeperId == keeper, cancel) is not { } scope) return Refusal.NotFound("这一条归档范围");
        office.Db.Remove(scope);
        await office.SayArchiveAsync("删去一条归档范围", id, scope.Material, cancel);
        return Done.Yes;
    }, cancel);
}
