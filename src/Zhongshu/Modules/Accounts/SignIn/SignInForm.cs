namespace Zhongshu.Modules.Accounts.SignIn;

internal sealed class SignInForm
{
    public string Login { get; set; } = "";

    public string Password { get; set; } = "";

    public string Code { get; set; } = "";
}
