using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Database;

/// The one database context of the application: one transaction can close a matter, its flow and its trail together.
/// Whoever asks is the Actor; matters and what hangs on them pass through the actor's filter in every query (ADR 0004).
internal sealed class OfficeDb(DbContextOptions<OfficeDb> options, WriteGate gate, CurrentActor current) : DbContext(options)
{
    public Actor Actor => current.Actor;

    // Read by the query filters; EF turns them into parameters.
    private bool SeesAll => Actor.SeesAll;
    private int Clearance => Actor.Clearance;
    private long[] Subjects => Actor.Subjects;

    public bool IsSqlite => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    public async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var pass = await gate.EnterAsync(cancel);
        try
        {
            return new GatedTransaction(await Database.BeginTransactionAsync(cancel), pass);
        }
        catch
        {
            pass?.Dispose();
            throw;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var pass = await gate.EnterAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);
        modelBuilder.Entity<Matter>().HasQueryFilter(m =>
            SeesAll || (m.Classification <= Clearance && Set<MatterAccess>().Any(a => a.MatterId == m.Id && Subjects.Contains(a.Subject))));
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(IPartOfMatter).IsAssignableFrom(e.ClrType)))
            PartFilter.Apply(modelBuilder, entity.ClrType, this);
        SnakeCase.Apply(modelBuilder.Model);
    }

    /// The filter for rows that hang on a matter: they are seen exactly when their matter is.
    internal void FilterPart<T>(ModelBuilder modelBuilder) where T : class, IPartOfMatter =>
        modelBuilder.Entity<T>().HasQueryFilter(p => SeesAll || Set<Matter>().Any(m => m.Id == p.MatterId));
}
