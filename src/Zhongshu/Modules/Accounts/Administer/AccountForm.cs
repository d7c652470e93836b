namespace Zhongshu.Modules.Accounts.Administer;

internal sealed class AccountForm
{
    public string Login { get; set; } = "";

    public int Clearance { get; set; }

    public long TokenId { get; set; }
}
