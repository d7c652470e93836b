using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Archives.Products;

public sealed record ProductInput(string Kind, string Title, string IssuedOn, string SentTo);

/// 编报: what was issued gets its number within kind and year, and later what it was good for.
internal sealed class KeepProduct(Office office)
{
    public Task<Outcome<ArchiveProduct>> IssueAsync(ProductInput input, string? once, CancellationToken cancel) => office.WriteAsync<ArchiveProduct>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("编报档案编研成果");
        if (office.Rules.Value(ProductRules.Kinds).All(k => k.Id != input.Kind)) return ArchiveRefusals.Missing("kind", "请选择成果种类。");
        if (ArchiveKeeper.NoTitle(input.Title, "请填写题目") is { } untitled) return untitled;
        if (ArchiveKeeper.Day(input.IssuedOn) is not { } on || on > office.Today) return ArchiveRefusals.Missing("issued", "请填写编报日期，不晚于今天。");
        if (input.SentTo.Length is 0 or > 300) return ArchiveRefusals.Missing("sent", "请写明报送、分送哪里，最多300字。");
        var keeper = await office.KeeperAsync(cancel);
        var last = await office.Db.Set<ArchiveProduct>().Where(p => p.KeeperId == keeper && p.Kind == input.Kind && p.Year == on.Year).MaxAsync(p => (int?)p.Number, cancel) ?? 0;
        var product = new ArchiveProduct { Id = office.Ids.Next(), KeeperId = keeper, Kind = input.Kind, Title = input.Title, Year = on.Year, Number = last + 1, IssuedOn = on, SentTo = input.SentTo, PersonName = office.Actor.Name };
        office.Db.Add(product);
        await office.SayArchiveAsync($"编报{office.Rules.ProductWord(product.Kind)}{product.Year}年第{product.Number}期：{product.Title}", product.Id, product.SentTo, cancel);
        return product;
    }, cancel);

    public Task<Outcome<Done>> NoteEffectAsync(long id, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("登记成果的效果");
        if (ArchiveKeeper.NoWords(words, "请写明用在哪里、起了什么作用") is { } no) return no;
        var keeper = await office.KeeperAsync(cancel);
        if (await office.Db.Set<ArchiveProduct>().SingleOrDefaultAsync(p => p.Id == id && p.KeeperId == keeper, cancel) is not { } product) return Refusal.NotFound("这项成果");
        product.Effect = words;
        await office.SayArchiveAsync($"登记“{product.Title}”的利用效果", id, words, cancel);
        return Done.Yes;
    }, cancel);
}
