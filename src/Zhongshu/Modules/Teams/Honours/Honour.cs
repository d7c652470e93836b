using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Modules.PeopleFiles.Contracts;
using Zhongshu.Modules.Teams.Briefs;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams.Honours;

/// 评先评优: who was honoured for a year, with the figures that stood behind it on the day.
public sealed class Honour
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public int Year { get; init; }

    /// Id in teams.honours.
    public required string Kind { get; init; }

    public long PersonId { get; init; }

    /// 依据数据, as counted on the day.
    public required string Figures { get; init; }

    public required string Words { get; init; }

    /// 奖励
    public string Reward { get; init; } = "";

    public DateOnly On { get; init; }

    public required string ByName { get; init; }
}

/// Year 0 is the present one.
public sealed record HonourInput(string Kind, long Person, string Words, string Reward, int Year = 0);

/// Somebody of the house and the figures of the year so far.
public sealed record HonourCandidate(long PersonId, BriefTally Briefs, int Trainings, int Written)
{
    public string Figures => string.Create(CultureInfo.InvariantCulture, $"信息任务认领{Briefs.Claimed}、交卷{Briefs.Done}、采用{Briefs.Used}；参加学习培训{Trainings}次、心得{Written}份");
}

internal sealed class GiveHonour(Office office)
{
    public Task<Outcome<Honour>> RunAsync(HonourInput input, string? once, CancellationToken cancel) => office.WriteAsync<Honour>(once, async () =>
    {
        var circle = TeamCircle.Of(office, await office.BookAsync(cancel));
        if (!circle.IsInside || !circle.Manages) return Refusal.Forbidden("登记评先评优");
        if (office.Rules.Value(TeamRules.Honours).FirstOrDefault(k => k.Id == input.Kind) is not { } kind) return TeamRefusals.Missing("kind", "请选择评的是什么。");
        var year = input.Year == 0 ? office.Today.Year : input.Year;
        if (year != office.Today.Year && year != office.Today.Year - 1) return TeamRefusals.Missing("year", "只评今年或去年的。");
        if ((await CandidatesAsync(office, circle, year, cancel)).FirstOrDefault(c => c.PersonId == input.Person) is not { } candidate) return TeamRefusals.Missing("person", "请选择本单位的同志。");
        if (input.Person == office.Actor.PersonId) return new Refusal("teams.own-honour", "本人的评优请由其他负责同志登记。") { Kind = RefusalKind.Forbidden };
        if (kind.NeedsBriefs && candidate.Briefs.Done == 0) return new Refusal("teams.no-figures", $"评{kind.Word}要有依据数据，这位同志{year}年没有交卷的信息任务。") { Field = "person" };
        if (input.Words.Length is 0 or > TeamLimits.Words) return TeamRefusals.Missing("words", $"请写明评选的理由，最多{TeamLimits.Words}字。");
        if (input.Reward.Length > TeamLimits.Short || (kind.HasReward && input.Reward.Length == 0)) return TeamRefusals.Missing("reward", $"请写明怎样奖励，最多{TeamLimits.Short}字。");
        if (await office.Db.Set<Honour>().AnyAsync(h => h.KeeperId == circle.Keeper && h.Year == year && h.Kind == kind.Id && h.PersonId == input.Person, cancel)) return TeamRefusals.Over($"这位同志{year}年已经评为{kind.Word}。");
        var one = new Honour { Id = office.Ids.Next(), KeeperId = circle.Keeper, Year = year, Kind = kind.Id, PersonId = input.Person, Figures = candidate.Figures, Words = input.Words, Reward = input.Reward, On = office.Today, ByName = office.Actor.Name };
        office.Db.Add(one);
        office.TellTeam(one.PersonId, "result", $"您被评为{year}年{kind.Word}：{one.Words}");
        await office.SayTeamAsync($"评为{year}年{kind.Word}：{(await office.BookAsync(cancel)).Person(one.PersonId)?.Name}", one.Id, $"{one.Figures}。{one.Words}", cancel);
        return one;
    }, cancel);

    /// 依据数据 of everybody of the house, the most used first.
    public static async Task<IReadOnlyList<HonourCandidate>> CandidatesAsync(Office office, TeamCircle circle, int year, CancellationToken cancel)
    {
        var people = TeamCircle.People(await office.BookAsync(cancel), circle.Keeper, office.Today).Select(p => p.Person.Id).ToList();
        var briefs = (await BriefFigures.ReadAsync(office, circle.Keeper, year, cancel)).ToDictionary(b => b.PersonId);
        var learnt = await LearningFigures.OfAsync(office, people, year, cancel);
        return [.. people.Select(p => new HonourCandidate(p, briefs.GetValueOrDefault(p) ?? new BriefTally(p, 0, 0, 0, 0), learnt.GetValueOrDefault(p).Times, learnt.GetValueOrDefault(p).Written)).OrderByDescending(c => c.Briefs.Used).ThenByDescending(c => c.Briefs.Done).ThenByDescending(c => c.Trainings).ThenBy(c => c.PersonId)];
    }
}

internal sealed class HonourTable : IEntityTypeConfiguration<Honour>
{
    public void Configure(EntityTypeBuilder<Honour> table)
    {
        table.ToTable("Honour").HasKey(h => h.Id);
        table.Property(h => h.Id).ValueGeneratedNever();
        table.Property(h => h.Kind).HasMaxLength(TeamLimits.Id);
        table.Property(h => h.Figures).HasMaxLength(TeamLimits.Short);
        table.Property(h => h.Words).HasMaxLength(TeamLimits.Words);
        table.Property(h => h.Reward).HasMaxLength(TeamLimits.Short);
        table.Property(h => h.ByName).HasMaxLength(TeamLimits.Name);
        table.HasIndex(h => new { h.KeeperId, h.Year });
    }
}
