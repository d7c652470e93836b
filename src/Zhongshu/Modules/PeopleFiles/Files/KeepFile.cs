using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.PeopleFiles.Files;

/// 能力标签, by whoever keeps the person's file; 对照自查, by the person alone.
internal sealed class KeepFile(Office office)
{
    /// A tag with what it rests on; an empty ground takes it off.
    public Task<Outcome<Done>> TagAsync(long person, string tag, string ground, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        if (!PeopleCircle.Keeps(office, book, person)) return PeopleRefusals.NotOthers;
        if (office.Rules.Value(PeopleRules.Abilities).FirstOrDefault(a => a.Id == tag) is not { } of) return PeopleRefusals.Missing("tag", "请选择能力标签。");
        if (ground.Length > Limits.Words) return PeopleRefusals.Missing("ground", $"依据最多{Limits.Words}字。");
        var row = await office.Db.Set<Ability>().SingleOrDefaultAsync(a => a.PersonId == person && a.Tag == tag, cancel);
        if (ground.Length == 0 && row is null) return PeopleRefusals.Missing("ground", "请写明依据：办过什么、谁认可。");
        if (ground.Length == 0) office.Db.Remove(row!);
        else if (row is null) office.Db.Add(new Ability { PersonId = person, Tag = tag, Ground = ground, On = office.Today, ByName = office.Actor.Name });
        else (row.Ground, row.On, row.ByName) = (ground, office.Today, office.Actor.Name);
        await office.Db.RecordPlatformAsync(new Act("people.ability", $"{(ground.Length == 0 ? "取消" : "登记")}{book.Person(person)?.Name}的能力标签“{of.Word}”") { Quote = ground.Length == 0 ? null : ground, Changes = new { person } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    /// The trail says that it was done, not what was found.
    public Task<Outcome<Done>> ExamineAsync(string list, IReadOnlyList<string> kept, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(PeopleFilesModule.Read)) return Refusal.Forbidden("对照自查");
        if (office.Rules.Value(PeopleRules.Examinations).FirstOrDefault(e => e.Id == list) is not { } of) return PeopleRefusals.Missing("list", "请选择对照哪一份条目。");
        var broken = of.Items.Where(i => !kept.Contains(i, StringComparer.Ordinal)).ToList();
        if (words.Length > Limits.Words) return PeopleRefusals.Missing("words", $"打算怎样改，最多{Limits.Words}字。");
        if (broken.Count > 0 && words.Length == 0) return PeopleRefusals.Missing("words", $"没有勾的有{string.Join('、', broken)}。请写一句打算怎样改；做到了的请勾上。");
        office.Db.Add(new SelfExamination { Id = office.Ids.Next(), PersonId = office.Actor.PersonId, List = list, On = office.Today, Broken = string.Join('、', broken), Words = words });
        await office.Db.RecordPlatformAsync(new Act("people.examined", $"完成{of.Word}"), office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);
}
