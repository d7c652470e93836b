using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.Tokens;

/// 接口令牌: made, listed and revoked by the person they act for.
internal sealed class MyTokens(Office office, AccessShelf access, TokenShelf shelf)
{
    private const int AtMost = 20;

    public async Task<List<ApiToken>> ListAsync(CancellationToken cancel) =>
        await office.Db.Set<ApiToken>().AsNoTracking().Where(t => t.PersonId == office.Actor.PersonId && t.RevokedAt == null).OrderByDescending(t => t.Id).ToListAsync(cancel);

    /// The token's text comes out once, here.
    public async Task<Outcome<string>> MakeAsync(TokenForm form, string? once, CancellationToken cancel)
    {
        var name = form.Name.Trim();
        if (Refuses(form, name) is { } refusal) return refusal;
        var text = TokenText.Fresh();
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        if (await office.Db.Set<ApiToken>().CountAsync(t => t.PersonId == office.Actor.PersonId && t.RevokedAt == null, cancel) >= AtMost)
            return new Refusal("token.count", $"每人最多{AtMost}个有效令牌。请先撤销不用的。");
        office.Db.Add(new ApiToken
        {
            Id = office.Ids.Next(),
            PersonId = office.Actor.PersonId,
            PostId = office.Actor.PostId,
            Name = name,
            Hash = TokenText.HashOf(text),
            Scopes = string.Join(',', form.Ticked.Order(StringComparer.Ordinal)),
            CreatedAt = office.Now,
            ExpiresAt = office.Now.AddDays(form.Days),
        });
        await office.Db.RecordPlatformAsync(new Act("token.made", $"生成接口令牌“{name}”") { Changes = new { form.Days, Scopes = form.Ticked } }, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return text;
    }

    public async Task<Refusal?> RevokeAsync(long id, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var token = await office.Db.Set<ApiToken>().SingleOrDefaultAsync(t => t.Id == id && t.PersonId == office.Actor.PersonId && t.RevokedAt == null, cancel);
        if (token is null) return Refusal.NotFound("这个令牌");
        token.RevokedAt = office.Now;
        await office.Db.RecordPlatformAsync(new Act("token.revoked", $"撤销接口令牌“{token.Name}”"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        shelf.Forget(token.Hash);
        return null;
    }

    private Refusal? Refuses(TokenForm form, string name)
    {
        var longest = (int)access.Figures.TokenLongest.TotalDays;
        if (name.Length is 0 or > 60) return new Refusal("token.name", "请写明令牌的用途，60字以内，例如“统计室取数”。") { Field = "Name" };
        if (form.Days < 1 || form.Days > longest) return new Refusal("token.days", $"有效期请填1至{longest}天。") { Field = "Days" };
        if (form.Ticked.Any(s => !office.Actor.May(s))) return new Refusal("token.scopes", "令牌的权限不能超出您本岗位的权限，请重新勾选。") { Field = "Scopes" };
        return null;
    }
}
