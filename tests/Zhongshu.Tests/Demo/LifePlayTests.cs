using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo.Life;
using Zhongshu.Modules.Desk;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Demo;

/// What a newcomer finds after the first start.
public sealed class LifePlayTests
{
    public static TheoryData<string> Openings => ["2026-11-22T16:00:00+08:00", "2026-10-08T07:30:00+08:00", "2027-01-04T09:00:00+08:00"];

    [Theory]
    [MemberData(nameof(Openings))]
    public async Task Two_weeks_of_office_life_are_lived_without_a_refusal_whatever_the_day(string opened)
    {
        await using var scene = await Scene.OpenAsync();
        scene.Clock.Pass(DateTimeOffset.Parse(opened, System.Globalization.CultureInfo.InvariantCulture) - scene.Clock.GetUtcNow());
        (await scene.LiveAsync()).ShouldBeEmpty();
        foreach (var login in new[] { "director", "leader1", "head1", "head2", "handler2", "supervision", "bureau", "county" })
            (await scene.AsAsync(login, s => DeskView.ReadAsync(s.GetRequiredService<Office>(), default))).ToDo.ShouldNotBeEmpty(login);
        (await scene.LiveAsync()).ShouldBeEmpty("a second start adds nothing");
        var (matters, latest) = await scene.AsSystemAsync(async s =>
        {
            var db = s.GetRequiredService<OfficeDb>();
            return (await db.Set<Matter>().CountAsync(), await db.Set<TrailEntry>().MaxAsync(t => t.At));
        });
        matters.ShouldBe(LifePlan.Read().Papers.Count + LifePlan.Read().Supervision.Count + 2, "and two documents of the archive");
        latest.ShouldBeLessThanOrEqualTo(scene.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void An_office_half_lived_is_put_aside_and_lived_anew_unless_the_folder_now_serves_without_the_demonstration(bool demo, bool stays)
    {
        var folder = Directory.CreateTempSubdirectory("zs-life-").FullName;
        try
        {
            var settings = new OfficeSettings { DataFolder = folder, Demo = demo };
            var database = Path.Combine(folder, "zhongshu.db");
            File.WriteAllText(database, "half");
            LifeMark.StartOver(settings).ShouldBeFalse("nothing was begun here");
            LifeMark.Begin(settings);
            LifeMark.StartOver(settings).ShouldBe(!stays);
            File.Exists(database).ShouldBe(stays);
            File.Exists(Path.Combine(folder, LifeMark.Aside, "zhongshu.db")).ShouldBe(!stays);
            LifeMark.StartOver(settings).ShouldBeFalse("once");
            LifeMark.Begin(settings);
            LifeMark.End(settings);
            LifeMark.StartOver(settings).ShouldBeFalse("it was lived to its end");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
