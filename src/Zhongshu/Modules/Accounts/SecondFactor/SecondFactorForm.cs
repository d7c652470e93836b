namespace Zhongshu.Modules.Accounts.SecondFactor;

internal sealed class SecondFactorForm
{
    public string Code { get; set; } = "";

    public string Password { get; set; } = "";
}
