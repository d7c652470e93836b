using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.CommandLine;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Bench;

/// API tokens of persons of the demonstration office.
internal static class Tokens
{
    public static async Task<IReadOnlyDictionary<long, string>> MakeAsync(string folder, IEnumerable<long> persons, string? connection = null)
    {
        await using var house = await OpenOffice.PreparedAsync(new OfficeSettings { DataFolder = Path.GetFullPath(folder), Connection = connection });
        await using var scope = house.Scope();
        var office = scope.ServiceProvider.GetRequiredService<Office>();
        var accounts = await office.Db.Set<Account>().Select(a => a.PersonId).ToListAsync();
        var tokens = new Dictionary<long, string>();
        foreach (var person in persons.Distinct())
        {
            tokens[person] = TokenText.Fresh();
            if (!accounts.Contains(person)) office.Db.Add(new Account { PersonId = person, Login = $"bench{person}", PasswordHash = "", SecurityStamp = "", PasswordChangedAt = office.Now });
            var actor = (await house.Get<AccessShelf>().ActorAsync(person, 0, default))!;
            office.Db.Add(new ApiToken
            {
                Id = office.Ids.Next(),
                PersonId = person,
                PostId = actor.PostId,
                Name = "测速",
                Hash = TokenText.HashOf(tokens[person]),
                Scopes = "",
                CreatedAt = office.Now,
                ExpiresAt = office.Now.AddDays(1),
            });
        }

        await office.Db.SaveChangesAsync();
        return tokens;
    }
}
