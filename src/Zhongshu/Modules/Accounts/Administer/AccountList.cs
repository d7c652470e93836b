using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Accounts.Administer;

/// One line of the list of accounts; without a login the person has none yet.
internal sealed record AccountRow(long PersonId, string Name, string Posts, string Login, string State, string Clearance, DateTimeOffset? LastSignInAt);

/// The accounts, page by page, and the people who have none.
internal sealed class AccountList(Office office)
{
    private const int PageSize = 50;

    public async Task<(List<AccountRow> Rows, string? Next)> WithAccountAsync(string? words, string? after, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var query = office.Db.Set<Account>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(words))
        {
            var named = Named(book, words.Trim()).Select(p => p.Id).Take(500).ToArray();
            var login = words.Trim().ToLowerInvariant();
            query = query.Where(a => a.Login.Contains(login) || named.Contains(a.PersonId));
        }

        if (long.TryParse(after, CultureInfo.InvariantCulture, out var last)) query = query.Where(a => a.PersonId > last);
        var accounts = await query.OrderBy(a => a.PersonId).Take(PageSize + 1).ToListAsync(cancel);
        var next = accounts.Count > PageSize ? accounts[PageSize - 1].PersonId.ToString(CultureInfo.InvariantCulture) : null;
        return ([.. accounts.Take(PageSize).Select(a => Row(book, a))], next);
    }

    public async Task<List<AccountRow>> WithoutAsync(string? words, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var having = (await office.Db.Set<Account>().Select(a => a.PersonId).ToListAsync(cancel)).ToHashSet();
        var people = string.IsNullOrWhiteSpace(words) ? book.People : Named(book, words.Trim());
        return [.. people.Where(p => !having.Contains(p.Id) && (p.Until is null || p.Until >= office.Today)).OrderBy(p => p.SortOrder).Take(100)
            .Select(p => new AccountRow(p.Id, p.Name, PostsOf(book, p.Id), "", "未开通", AdministerAccount.Level(p.Clearance), null))];
    }

    public string PostsOf(OrganisationBook book, long personId) =>
        string.Join('、', book.PostsOf(personId, office.Today).Select(p => $"{book.LabelOf(p.UnitId)} {p.Name}"));

    public string StateOf(Account account) =>
        account.IsDisabled ? "已停用"
        : account.LockedUntil is { } until && office.Now < until ? "已锁定"
        : account.MustChangePassword ? "待改初始口令"
        : "正常";

    private static IEnumerable<Person> Named(OrganisationBook book, string words) => book.People.Where(p => p.Name.Contains(words, StringComparison.Ordinal));

    private AccountRow Row(OrganisationBook book, Account account)
    {
        var person = book.Person(account.PersonId);
        return new(account.PersonId, person?.Name ?? "", PostsOf(book, account.PersonId), account.Login, StateOf(account),
            AdministerAccount.Level(person?.Clearance ?? 0), account.LastSignInAt);
    }
}
