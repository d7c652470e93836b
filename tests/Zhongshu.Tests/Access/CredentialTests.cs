using Zhongshu.Modules.Accounts.SignIn;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;

namespace Zhongshu.Tests.Access;

public sealed class CredentialTests
{
    private static readonly AccessFigures Figures = AccessFigures.From(OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!);

    // RFC 6238 appendix B, SHA-1, the last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void a_code_is_the_one_the_standard_gives(long seconds, string code) =>
        Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void a_code_is_good_one_step_to_either_side_and_never_again()
    {
        var key = Totp.FreshKey();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Totp.Take(key, Totp.CodeAt(key, step - 1), now, 0).ShouldBe(step - 1);
        Totp.Take(key, Totp.CodeAt(key, step + 1), now, 0).ShouldBe(step + 1);
        Totp.Take(key, Totp.CodeAt(key, step - 3), now, 0).ShouldBeNull();
        Totp.Take(key, Totp.CodeAt(key, step), now, step).ShouldBeNull();
    }

    [Fact]
    public void a_recovery_code_is_good_once()
    {
        var (codes, hashes) = RecoveryCodes.Fresh();
        var left = RecoveryCodes.Redeem(hashes, codes[3]).ShouldNotBeNull();
        RecoveryCodes.Left(left).ShouldBe(codes.Count - 1);
        RecoveryCodes.Redeem(left, codes[3]).ShouldBeNull();
        hashes.ShouldNotContain(codes[0]);
    }

    [Theory]
    [InlineData("short-A1", "password.length")]
    [InlineData("alllowercase1", "password.kinds")]
    [InlineData("My-registry-2026", "password.login")]
    [InlineData("Quite-Good-2026", null)]
    public void a_password_is_refused_for_what_is_wrong_with_it(string password, string? rule) =>
        PasswordRules.Refuses(Figures, "registry", password).ShouldSatisfyAllConditions(r => (r?.Rule).ShouldBe(rule));

    [Fact]
    public void a_right_password_clears_the_count_and_a_locked_account_counts_nothing()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var account = new Account { Login = "registry", FailedCount = Figures.FailuresToLock - 1 };
        Lockout.Settle(Figures, account, matches: true, now).ShouldBeNull();
        account.FailedCount.ShouldBe(0);
        account.LockedUntil = now.AddMinutes(1);
        Lockout.Settle(Figures, account, matches: true, now)!.Rule.ShouldBe("access.locked");
        account.FailedCount.ShouldBe(0);
    }
}
