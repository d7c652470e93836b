using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Topics;

public sealed record TopicInput(string Kind, string Title, string From, string To, long Unit, IReadOnlyList<string> Wanted);

public sealed record EntryInput(string Genre, string Title, string Author, string FormedOn, string Count, string Place);

/// 专题目录: opened for an event with the kinds of material that are wanted; pieces of the archive and everything else are entered.
internal sealed class KeepTopic(Office office)
{
    public Task<Outcome<ArchiveTopic>> OpenAsync(TopicInput input, string? once, CancellationToken cancel) => office.WriteAsync<ArchiveTopic>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("建立专题");
        if (!office.Rules.Value(TopicRules.Kinds).Contains(input.Kind, StringComparer.Ordinal)) return ArchiveRefusals.Missing("kind", "请选择专题种类。");
        if (ArchiveKeeper.NoTitle(input.Title, "请填写专题名称") is { } untitled) return untitled;
        if (ArchiveKeeper.Day(input.From) is not { } from || ArchiveKeeper.Day(input.To) is not { } to || to < from) return ArchiveRefusals.Missing("from", "请填写起止日期，结束不早于开始。");
        var genres = office.Rules.Value(TopicRules.Genres).Where(g => input.Wanted.Contains(g, StringComparer.Ordinal)).ToList();
        if (genres.Count == 0) return ArchiveRefusals.Missing("wanted", "请勾选应收集的材料门类。");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (book.SectionsOf(keeper).All(u => u.Id != input.Unit)) return ArchiveRefusals.Missing("unit", "请选择负责收集的科室。");
        if (await office.Db.Set<ArchiveTopic>().AnyAsync(t => t.KeeperId == keeper && t.Title == input.Title, cancel)) return ArchiveRefusals.TopicTwice;
        var topic = new ArchiveTopic { Id = office.Ids.Next(), KeeperId = keeper, Kind = input.Kind, Title = input.Title, From = from, To = to, UnitId = input.Unit, Wanted = string.Join('、', genres) };
        office.Db.Add(topic);
        foreach (var person in UnitCircle.People(book, topic.UnitId, office.Today)) office.TellArchive(person, "work", $"{topic.Kind}“{topic.Title}”建立专题档案，请收集{topic.Wanted}，见“档案工作 › 专题档案”。");
        await office.SayArchiveAsync($"建立专题“{topic.Title}”，应收{topic.Wanted}", topic.Id, null, cancel);
        return topic;
    }, cancel);

    /// A piece of the archive joins a topic; it stays where it is.
    public Task<Outcome<Done>> AddPieceAsync(long id, string archivalCode, string? once, CancellationToken cancel) => ActAsync(id, once, async (topic, _) =>
    {
        if (await office.Db.Set<ArchivedPiece>().AsNoTracking().SingleOrDefaultAsync(p => p.Code == archivalCode, cancel) is not { } piece) return ArchiveRefusals.NoSuchPiece;
        if (await office.Db.Set<TopicEntry>().AnyAsync(e => e.TopicId == topic.Id && e.PieceId == piece.Id, cancel)) return ArchiveRefusals.EntryTwice;
        Add(topic, new TopicEntry { PieceId = piece.Id, Genre = office.Rules.Value(TopicRules.Genres)[0], Title = piece.Title, Author = piece.Responsible, FormedOn = piece.DocumentDate, Count = piece.Pages, Place = piece.Code, AddedBy = "" });
        await office.SayArchiveAsync($"专题“{topic.Title}”收入{piece.Code}", topic.Id, null, cancel);
        return Done.Yes;
    }, cancel);

    /// By whoever keeps the archive, or the section that collects.
    public Task<Outcome<Done>> AddMaterialAsync(long id, EntryInput input, string? once, CancellationToken cancel) => ActAsync(id, once, async (topic, _) =>
    {
        if (!office.Rules.Value(TopicRules.Genres).Contains(input.Genre, StringComparer.Ordinal)) return ArchiveRefusals.Missing("genre", "请选择材料门类。");
        if (ArchiveKeeper.NoTitle(input.Title, "请填写材料名称") is { } untitled) return untitled;
        if (input.Author.Length > ArchiveKeeper.LongestTitle) return ArchiveRefusals.Missing("author", $"形成者最多{ArchiveKeeper.LongestTitle}字。");
        if (ArchiveKeeper.Day(input.FormedOn) is not { } formed || formed > office.Today) return ArchiveRefusals.Missing("formed", "请填写形成日期，不晚于今天。");
        if (!int.TryParse(input.Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > 1_000_000) return ArchiveRefusals.Missing("count", "请填写数量（页、张、件、分钟）。");
        if (input.Place.Length is 0 or > ArchiveKeeper.LongestTitle) return ArchiveRefusals.Missing("place", $"请写明存放在哪里，最多{ArchiveKeeper.LongestTitle}字。");
        Add(topic, new TopicEntry { Genre = input.Genre, Title = input.Title, Author = input.Author, FormedOn = formed, Count = count, Place = input.Place, AddedBy = "" });
        await office.SayArchiveAsync($"专题“{topic.Title}”收入{input.Genre}：{input.Title}", topic.Id, null, cancel);
        return Done.Yes;
    }, cancel);

    public bool MayAdd(OrganisationBook book, ArchiveTopic topic) => office.Actor.May(ArchivesModule.Manage) || UnitCircle.SpeaksFor(book, office.Actor) == topic.UnitId;

    private void Add(ArchiveTopic topic, TopicEntry entry) => office.Db.Add(new TopicEntry
    {
        Id = office.Ids.Next(), TopicId = topic.Id, PieceId = entry.PieceId, Genre = entry.Genre, Title = entry.Title, Author = entry.Author, FormedOn = entry.FormedOn,
        Count = entry.Count, Place = entry.Place, AddedOn = office.Today, AddedBy = office.Actor.Name,
    });

    private Task<Outcome<Done>> ActAsync(long id, string? once, Func<ArchiveTopic, OrganisationBook, Task<Outcome<Done>>> act, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await office.Db.Set<ArchiveTopic>().SingleOrDefaultAsync(t => t.Id == id && t.KeeperId == keeper, cancel) is not { } topic) return Refusal.NotFound("这个专题");
        return MayAdd(book, topic) ? await act(topic, book) : Refusal.Forbidden("向这个专题收入材料");
    }, cancel);
}
