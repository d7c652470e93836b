using System.Reflection;
using System.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.Converters;
using YamlDotNet.Serialization.NamingConventions;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Demo;

/// A login of the demonstration office, as the sign-in page lists it.
internal sealed class DemoAccount
{
    public required string Login { get; init; }

    public long PersonId { get; init; }

    public long PostId { get; init; }

    /// What this post does all day, in one line.
    public required string Does { get; init; }
}

/// The demonstration office as office.yaml tells it: an invented city, its office, sections, people and duties.
internal sealed class DemoOffice
{
    private static readonly Lazy<DemoOffice> Once = new(Read);

    public List<Unit> Units { get; init; } = [];

    public List<Post> Posts { get; init; } = [];

    public List<Person> People { get; init; } = [];

    public List<Holding> Holdings { get; init; } = [];

    public List<Portfolio> Portfolios { get; init; } = [];

    public List<DeputyPair> Deputies { get; init; } = [];

    public List<Secretary> Secretaries { get; init; } = [];

    public List<Duty> Duties { get; init; } = [];

    public List<Contact> Contacts { get; init; } = [];

    public List<DemoAccount> Accounts { get; init; } = [];

    public static DemoOffice Present => Once.Value;

    /// Adds the whole office to an empty database; the caller saves.
    public void AddTo(OfficeDb db)
    {
        db.AddRange(Units);
        db.AddRange(Posts);
        db.AddRange(People);
        db.AddRange(Holdings);
        db.AddRange(Portfolios);
        db.AddRange(Deputies);
        db.AddRange(Secretaries);
        db.AddRange(Duties);
        db.AddRange(Contacts);
    }

    public OrganisationBook Book() => new(Units, People, Posts, Holdings)
    {
        Portfolios = Portfolios,
        Deputies = Deputies,
        Secretaries = Secretaries,
        Duties = Duties,
    };

    /// A fresh copy, for whoever wants to change it.
    public static DemoOffice Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Zhongshu.Demo.office.yaml")!, Encoding.UTF8);
        var office = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeConverter(new DateOnlyConverter(formats: "yyyy-MM-dd")).WithEnforceRequiredMembers().Build().Deserialize<DemoOffice>(reader);
        for (var i = 0; i < office.Units.Count; i++) office.Units[i].SortOrder = i + 1;
        for (var i = 0; i < office.Posts.Count; i++) office.Posts[i].SortOrder = i + 1;
        for (var i = 0; i < office.People.Count; i++) office.People[i].SortOrder = i + 1;
        return office;
    }
}
