namespace Zhongshu.Modules.Accounts.Password;

internal sealed class PasswordForm
{
    public string Present { get; set; } = "";

    public string Password { get; set; } = "";

    public string Repeat { get; set; } = "";
}
