using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Search;

namespace Zhongshu.Demo.Seeding;

/// Plants years of office life into a database that has no matters yet.
internal sealed class SeedOffice(OfficeDb db, RuleBook rules)
{
    private const int PerTransaction = 5000;
    private const long UnitId = 10;

    private readonly Dictionary<int, long> _serials = [];
    private readonly IdRun _ids = new();

    public async Task RunAsync(SeedPlan plan, Action<int> tell)
    {
        var tables = new SeedTables(db);
        var prototypes = await PrototypesAsync(tables);
        var chance = new Random(plan.Seed);
        await ResumeAsync();
        await SeedWriter.PrepareAsync(db);
        await using var writer = new SeedWriter(db);
        for (var i = 0; i < plan.Matters;)
        {
            await writer.BeginAsync();
            for (var end = Math.Min(plan.Matters, i + PerTransaction); i < end; i++) Plant(plan, (i, chance), prototypes, tables, writer);
            if (i == plan.Matters) await NumbersAsync();
            await writer.CommitAsync();
            tell(i);
        }

        // The opinions went into the index with their documents: the job need not take them in again.
        await db.Database.ExecuteSqlRawAsync("INSERT INTO search_mark (name, up_to) SELECT 'opinions', coalesce(max(id), 0) FROM opinion WHERE true ON CONFLICT (name) DO UPDATE SET up_to = excluded.up_to");
        await SeedWriter.EndAsync(db);
    }

    private void Plant(SeedPlan plan, (int Index, Random Chance) next, ILookup<(long Unit, bool Open), Prototype> prototypes, SeedTables tables, SeedWriter writer)
    {
        var (i, chance) = next;
        var subject = SeedWords.Subjects[chance.Next(SeedWords.Subjects.Count)];
        var open = plan.MayBeOpen(i) && chance.NextDouble() < Math.Max(0.5, plan.OpenShare);
        var choice = prototypes[(subject.LeadUnit, open)].ToList();
        var came = plan.DayOf(i);
        var serial = _serials[came.Year] = _serials.GetValueOrDefault(came.Year) + 1;
        var paper = SeedWords.Paper(chance, subject, came, (int)(serial % 400) + 1);
        var facts = new CopyFacts(paper, MatterCode.Of(came.Year, serial), rules.RegistryNumber("市政府办", came.Year, serial), came.Year, serial, came, chance.Next(0, 25));
        var prototype = choice[chance.Next(choice.Count)];
        var copy = new MatterCopy(tables, prototype, facts, _ids);
        foreach (var (table, row) in copy.Rows()) writer.Write(table, row);
        writer.Index(copy.MatterId, new SearchText(paper.Title, $"{paper.Number} {facts.RegistryNumber}", paper.Sender, ""));
        writer.IndexOpinions(copy.MatterId, prototype.OpinionTokens);
    }

    /// Where something was registered before, the numbers go on behind it.
    private async Task ResumeAsync()
    {
        foreach (var sequence in await db.Set<NumberSequence>().AsNoTracking().ToListAsync())
        {
            var year = int.Parse(sequence.Key.AsSpan(sequence.Key.LastIndexOf('-') + 1), System.Globalization.CultureInfo.InvariantCulture);
            if (Keys(year).Contains(sequence.Key, StringComparer.Ordinal)) _serials[year] = Math.Max(_serials.GetValueOrDefault(year), sequence.Last);
        }
    }

    private async Task NumbersAsync()
    {
        var known = await db.Set<NumberSequence>().ToDictionaryAsync(n => n.Key, StringComparer.Ordinal);
        foreach (var (year, last) in _serials)
        {
            foreach (var key in Keys(year))
            {
                if (known.TryGetValue(key, out var sequence)) sequence.Last = last;
                else db.Add(new NumberSequence { Key = key, Last = last });
            }
        }

        await db.SaveChangesAsync();
    }

    private static string[] Keys(int year) => [$"matter-{year}", $"incoming-{UnitId}-{year}"];

    private static async Task<ILookup<(long Unit, bool Open), Prototype>> PrototypesAsync(SeedTables tables)
    {
        await using var play = await OfficePlay.OpenAsync();
        var played = new List<(Route Route, long Matter)>();
        foreach (var route in Prototype.Routes()) played.Add((route, await play.RunAsync(route)));
        await using var scope = play.Scope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var prototypes = new List<Prototype>();
        foreach (var (route, matter) in played) prototypes.Add(await Prototype.TakeAsync(db, tables, matter, route.LeadUnit));
        return prototypes.ToLookup(p => (p.LeadUnit, p.IsOpen));
    }
}
