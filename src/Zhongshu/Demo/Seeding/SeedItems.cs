using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Numbering;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Demo.Seeding;

/// Plants years of items under supervision.
internal sealed class SeedItems(OfficeDb db)
{
    private const int PerTransaction = 5000;
    private const long UnitId = 10;

    private readonly Dictionary<int, long> _serials = [];
    private readonly IdRun _ids = new();

    public async Task RunAsync(SeedPlan plan, Action<int> tell)
    {
        await using var play = await OfficePlay.OpenAsync();
        var prototypes = (await new ItemPlay(play).PlayAsync()).ToLookup(p => p.IsOpen);
        var (open, closed) = (prototypes[true].ToList(), prototypes[false].ToList());
        foreach (var sequence in await db.Set<NumberSequence>().Where(n => n.Key.StartsWith("matter-")).AsNoTracking().ToListAsync())
            _serials[int.Parse(sequence.Key.AsSpan("matter-".Length), CultureInfo.InvariantCulture)] = sequence.Last;
        var chance = new Random(plan.Seed);
        await SeedWriter.PrepareAsync(db);
        await using var writer = new SeedWriter(db);
        for (var i = 0; i < plan.Matters;)
        {
            await writer.BeginAsync();
            for (var end = Math.Min(plan.Matters, i + PerTransaction); i < end; i++)
            {
                var from = plan.MayBeOpen(i) && chance.NextDouble() < Math.Max(0.5, plan.OpenShare) ? open : closed;
                Plant(from[chance.Next(from.Count)], plan.DayOf(i), chance, (play, writer));
            }

            if (i == plan.Matters) await NumbersAsync();
            await writer.CommitAsync();
            tell(i);
        }

        await SeedWriter.EndAsync(db);
    }

    private void Plant(ItemPrototype of, DateOnly came, Random chance, (OfficePlay Play, SeedWriter Writer) to)
    {
        var serial = _serials[came.Year] = _serials.GetValueOrDefault(came.Year) + 1;
        var (code, title) = (MatterCode.Of(came.Year, serial), SeedWords.Task(chance));
        var letter = string.Create(CultureInfo.InvariantCulture, $"市政府办督〔{came.Year}〕{serial}号");
        string Words(string text)
        {
            var said = text.Contains('【', StringComparison.Ordinal) ? text.Replace(OfficePlay.Title, title, StringComparison.Ordinal) : text;
            if (of.LetterNumber.Length > 0) said = said.Replace(of.LetterNumber, letter, StringComparison.Ordinal);
            return said.Replace(of.Code, code, StringComparison.Ordinal);
        }

        var copy = new RowCopy(came, chance.Next(0, 25), Words, _ids);
        copy.Bind(of.MatterId, copy.MatterId);
        var trail = copy.Trail(of.Trail);
        var matters = to.Play.Table<Matter>(db);
        var matter = copy.Copy(matters, of.Matter);
        matter[matters.Column("trail_hash")] = trail[^1].Hash;
        to.Writer.Write(matters, matter);
        foreach (var (table, row) in of.Parts) to.Writer.Write(table, copy.Copy(table, row));
        var entries = to.Play.Table<TrailEntry>(db);
        foreach (var entry in trail) to.Writer.Write(entries, entries.Row(entry));
        to.Writer.Index(copy.MatterId, new SearchText(title, code, "", title));
    }

    private async Task NumbersAsync()
    {
        var known = await db.Set<NumberSequence>().ToDictionaryAsync(n => n.Key, StringComparer.Ordinal);
        foreach (var (year, last) in _serials)
        {
            foreach (var key in new[] { $"matter-{year}", $"supervision-{UnitId}-{year}" })
            {
                if (known.TryGetValue(key, out var sequence)) sequence.Last = last;
                else db.Add(new NumberSequence { Key = key, Last = last });
            }
        }

        await db.SaveChangesAsync();
    }
}
