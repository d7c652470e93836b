using QRCoder;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.SecondFactor;

/// 启用、停用动态口令: a key is given, a code proves that the phone has it, and only then is it asked for.
internal sealed class Enrol(Office office, AccountChange change, TotpSecrets secrets)
{
    public Task<Outcome<Account>> BeginAsync(long personId, CancellationToken cancel) =>
        change.RunAsync(personId, null, new Act("account.totp-key", "生成本人动态口令密钥"), account =>
        {
            if (account.TotpOn) return Task.FromResult<Refusal?>(new("totp.on", "动态口令已启用。需要更换的，请先停用。"));
            account.TotpKey = secrets.Protect(Totp.FreshKey());
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    /// The recovery codes come out once, here.
    public async Task<(Outcome<Account> Outcome, IReadOnlyList<string> Codes)> ConfirmAsync(long personId, string code, CancellationToken cancel)
    {
        var (codes, hashes) = RecoveryCodes.Fresh();
        var outcome = await change.RunAsync(personId, null, new Act("account.totp-on", "启用本人动态口令"), account =>
        {
            if (secrets.Reveal(account) is not { } key || account.TotpOn) return Task.FromResult<Refusal?>(new("totp.key", "请先生成二维码，再输入动态口令。"));
            if (Totp.Take(key, code, office.Now, account.TotpStep) is not { } step)
                return Task.FromResult<Refusal?>(new("totp.code", "动态口令不正确。请核对手机时间是否准确，等数字变化后再输入。") { Field = "Code" });
            account.TotpOn = true;
            account.TotpStep = step;
            account.RecoveryHashes = hashes;
            return Task.FromResult<Refusal?>(null);
        }, cancel);
        return (outcome, outcome.Succeeded ? codes : []);
    }

    public Task<Outcome<Account>> EndAsync(long personId, string password, CancellationToken cancel) =>
        change.RunAsync(personId, null, new Act("account.totp-off", "停用本人动态口令"), account =>
        {
            if (!change.Matches(account, password)) return Task.FromResult<Refusal?>(new("password.present", "口令不正确，请重新输入。") { Field = "Password" });
            Forget(account);
            return Task.FromResult<Refusal?>(null);
        }, cancel);

    public static void Forget(Account account)
    {
        account.TotpOn = false;
        account.TotpKey = null;
        account.RecoveryHashes = "";
    }

    public string? KeyOf(Account account) => secrets.Reveal(account);

    /// The picture that the phone reads, as SVG.
    public static string Picture(string key, string login)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Totp.Uri(key, login), QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(4, "#1f2933", "#ffffff");
    }
}
