namespace Zhongshu.Demo.Seeding;

/// How much to plant. The same plan gives the same office, row for row.
/// <param name="Matters">How many incoming documents.</param>
/// <param name="Seed">The number the chance starts from.</param>
/// <param name="Until">The last day; the documents are spread over the years before it.</param>
/// <param name="OpenShare">The part still open, 0 to 1; mostly the newest.</param>
internal sealed record SeedPlan(int Matters, int Seed, DateOnly Until, double OpenShare)
{
    private const int Years = 3;

    /// The working day (Monday to Friday) on which the document number i comes in; rises with i.
    public DateOnly DayOf(int i)
    {
        var first = Until.AddYears(-Years);
        var day = first.AddDays((int)((long)(Until.DayNumber - first.DayNumber) * i / Math.Max(1, Matters)));
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
    }

    /// Half of the newest stretch of twice the share is open.
    public bool MayBeOpen(int i) => i >= Matters - (int)Math.Ceiling(Matters * Math.Min(1, OpenShare * 2));
}
