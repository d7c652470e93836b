using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Database;

/// The one database context of the application: one transaction can close a matter, its flow and its trail together.
/// Whoever asks is the Actor; matters and what hangs on them pass through the actor's filter in every query (ADR 0004).
internal sealed class OfficeDb(DbContextOptions<OfficeDb> options) : DbContext(options)
{
    private bool? _isSqlite;
    private WriteGate _gate = new(null);
    private CurrentActor _current = new();

    public Actor Actor => _current.Actor;

    // Read by the query filters; EF turns them into parameters.
    private bool SeesAll => Actor.SeesAll;
    private int Clearance => Actor.Clearance;
    private long[] Subjects => Actor.Subjects;

    /// Whose command the connection answers now, and the queue before it (OneAtATime).
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    internal DbCommand? Asking { get; set; }

    public bool IsSqlite => _isSqlite ??= Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    /// Contexts are used again and again: this one now works in another scope.
    public OfficeDb In(WriteGate gate, CurrentActor current)
    {
        (_gate, _current) = (gate, current);
        return this;
    }

    public async Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancel)
    {
        var turn = await TakeTurnAsync(cancel);
        try
        {
            return await GatedTransaction.BeginAsync(Database, turn, Turn, cancel);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    /// The row that this context already holds, looked up by these properties. Local alone would search everything held for changes at each call.
    public T? Held<T>(string[] properties, object[] values) where T : class => Undetected(() => Set<T>().Local.FindEntry(properties, values)?.Entity);

    /// Every row of a kind that this context already holds.
    public IReadOnlyList<T> Held<T>() where T : class => Undetected(() => Set<T>().Local.ToList());

    private TAnswer Undetected<TAnswer>(Func<TAnswer> look)
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return look();
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!IsSqlite) return await SaveBatchAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is not null) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        // What has changed is found before the turn, not in it: others wait for this one.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            using var turn = await TakeTurnAsync(cancellationToken);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (saved > 0) await turn.CommittedAsync();
            return saved;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // PostgreSQL runs a save as one batch: of two who act on a matter at once it names to the later one the line of the trail
    // that has been taken, before anybody sees that the matter's version has moved. It is the same news.
    private async Task<int> SaveBatchAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "ix_trail_entry_matter_id_sequence" })
        {
            throw new DbUpdateConcurrencyException(fault.Message, fault);
        }
    }

    private async ValueTask<WriteTurn> TakeTurnAsync(CancellationToken cancel)
    {
        var connection = Database.GetDbConnection();
        if (IsSqlite && connection.State != ConnectionState.Open) await Database.OpenConnectionAsync(cancel);
        return await WriteTurn.TakeAsync(_gate, connection, cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OfficeDb).Assembly);
        // PostgreSQL would gather all that the asker may read before the first row of a page; between two equal bounds it asks row by row, in the index.
        if (IsSqlite) modelBuilder.Entity<Matter>().HasQueryFilter("matter", m => SeesAll || (m.Classification <= Clearance && Set<MatterAccess>().Any(a => a.MatterId == m.Id && Subjects.Contains(a.Subject))));
        else modelBuilder.Entity<Matter>().HasQueryFilter("matter", m => SeesAll || (m.Classification <= Clearance && Set<MatterAccess>().Any(a => a.MatterId >= m.Id && a.MatterId <= m.Id && Subjects.Contains(a.Subject))));
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(IPartOfMatter).IsAssignableFrom(e.ClrType)))
            PartFilter.Apply(modelBuilder, entity.ClrType, this);
        SnakeCase.Apply(modelBuilder.Model);
    }

    /// The filter for rows that hang on a matter: they are seen exactly when their matter is.
    internal void FilterPart<T>(ModelBuilder modelBuilder) where T : class, IPartOfMatter
    {
        if (IsSqlite) modelBuilder.Entity<T>().HasQueryFilter(PartFilter.Names[0], p => SeesAll || Set<Matter>().Any(m => m.Id == p.MatterId));
        else modelBuilder.Entity<T>().HasQueryFilter(PartFilter.Names[0], p => SeesAll || Set<Matter>().Any(m => m.Id >= p.MatterId && m.Id <= p.MatterId));
    }
}
