using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Archives.Checks;

public sealed record ScoreInput(string Item, string Points, string Words);

/// What somebody saw of a point, and what a unit gets in the year's appraisal.
internal sealed class KeepCheck(Office office)
{
    public Task<Outcome<Done>> SeeAsync(string item, bool isWell, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("登记档案检查");
        if (office.Rules.Value(CheckRules.Points).FirstOrDefault(p => p.Id == item && p.Measure.Length == 0) is not { } point) return Refusal.NotFound("这一项检查");
        if (ArchiveKeeper.NoWords(words, "请写明看到的情况") is { } no) return no;
        var check = new ArchiveCheck { Id = office.Ids.Next(), KeeperId = await office.KeeperAsync(cancel), Item = point.Id, IsWell = isWell, Words = words, On = office.Today, PersonName = office.Actor.Name };
        office.Db.Add(check);
        await office.SayArchiveAsync($"档案检查“{point.Word}”：{(isWell ? "符合" : "不符合")}", check.Id, words, cancel);
        return Done.Yes;
    }, cancel);

    /// All points of a unit for a year at once; those left empty stay as they were.
    public Task<Outcome<Done>> ScoreAsync(int year, long unit, IReadOnlyList<ScoreInput> given, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May(ArchivesModule.Manage)) return Refusal.Forbidden("档案考核");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (Units(book, keeper).All(u => u.Id != unit)) return ArchiveRefusals.Missing("unit", "请选择考核的单位。");
        if (year < 2000 || year > office.Today.Year) return ArchiveRefusals.Missing("year", $"请填写考核年度，不晚于{office.Today.Year}年。");
        var scores = given.Where(g => g.Points.Length > 0).ToList();
        if (scores.Count == 0) return ArchiveRefusals.Missing("points", "请至少给一项打分。");
        foreach (var score in scores)
        {
            if (office.Rules.Value(CheckRules.Appraisal).FirstOrDefault(p => p.Id == score.Item) is not { } point) return Refusal.NotFound("这一项考核内容");
            if (!int.TryParse(score.Points, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var points) || points > point.Points) return ArchiveRefusals.Missing("points", $"“{point.Word}”请填写0至{point.Points}的整数。");
            if (score.Words.Length > 300 || (points < point.Points && score.Words.Length == 0)) return ArchiveRefusals.Missing("points", $"“{point.Word}”没有给满分，请写明扣分的依据，最多300字。");
            var row = await office.Db.Set<ArchiveScore>().SingleOrDefaultAsync(s => s.KeeperId == keeper && s.Year == year && s.UnitId == unit && s.Item == point.Id, cancel);
            if (row is null) office.Db.Add(row = new ArchiveScore { KeeperId = keeper, Year = year, UnitId = unit, Item = point.Id, Words = "", PersonName = "" });
            (row.Points, row.Words, row.PersonName, row.On) = (points, score.Words, office.Actor.Name, office.Today);
        }

        await office.SayArchiveAsync($"{year}年度档案考核：{book.LabelOf(unit)}，{scores.Count}项", unit, null, cancel);
        return Done.Yes;
    }, cancel);

    /// Sections and subordinate units.
    public IEnumerable<Unit> Units(OrganisationBook book, long keeper) => UnitCircle.Rows(book, keeper, office.Today).Where(u => u.Id != keeper && u.Kind != UnitKind.Superior).OrderBy(u => u.Kind == UnitKind.Section ? 0 : 1).ThenBy(u => u.SortOrder);
}
