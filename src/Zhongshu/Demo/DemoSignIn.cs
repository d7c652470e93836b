using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Demo;

/// Gives the people of the demonstration office their accounts, and the sign-in page the list of them.
internal sealed class DemoSignIn(OfficeDb db, IPasswordHasher<Account> hasher, TimeProvider clock, SignInHints hints)
{
    public const string Password = "Zhongshu-2026";

    public async Task PlantAsync(CancellationToken cancel)
    {
        var office = DemoOffice.Present;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var known = await db.Set<Account>().Select(a => a.Login).ToListAsync(cancel);
        if (known.Count == 0)
        {
            // One hash for all: they share the password, and twenty salts would cost a second at every first start.
            var hash = hasher.HashPassword(new Account { Login = "" }, Password);
            db.AddRange(office.Accounts.Select(a => new Account
            {
                PersonId = a.PersonId,
                Login = a.Login,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                PasswordChangedAt = clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            known.AddRange(office.Accounts.Select(a => a.Login));
        }

        var book = office.Book();
        hints.Password = Password;
        hints.List = [.. office.Accounts.Where(a => known.Contains(a.Login, StringComparer.Ordinal)).Select(a => new SignInHint(
            a.Login, book.Person(a.PersonId)!.Name, $"{book.LabelOf(book.Post(a.PostId)!.UnitId)} {book.Post(a.PostId)!.Name}", a.Does))];
    }
}
