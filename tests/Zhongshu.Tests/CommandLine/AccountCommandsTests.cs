namespace Zhongshu.Tests.CommandLine;

public class AccountCommandsTests
{
    [Fact]
    public async Task The_first_administrator_of_an_empty_installation_is_made_with_unit_and_post()
    {
        using var folder = new DataFolder();

        var (exit, said, _) = await folder.RunAsync("user", "add", "admin", "--name", "笔管事", "--unit", "云岭市人民政府办公室");

        exit.ShouldBe(0);
        said.ShouldContain("口令：");
        (await folder.RunAsync("user", "list")).Out.Trim().ShouldBe("admin\t笔管事\t正常");
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_nothing_is_made()
    {
        using var folder = new DataFolder();

        (await folder.RunAsync("user", "add", "admin", "--name", "笔管事", "--unit", "云岭市人民政府办公室", "--password", "123")).Exit.ShouldBe(2);

        (await folder.RunAsync("user", "list")).Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_is_shown_once_and_can_be_revoked()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();

        var token = (await folder.RunAsync("token", "add", "--as", "clerk", "--name", "取数")).Out.Trim();

        token.ShouldStartWith("zs_");
        var listed = (await folder.RunAsync("token", "list")).Out;
        listed.ShouldNotContain(token);
        listed.ShouldContain("有效\n");
        (await folder.RunAsync("token", "list", "--as", "nobody")).Exit.ShouldBe(2, "of one account alone, and that there is none is said");
        await folder.RunAsync("token", "revoke", listed.Split('\t')[0]);
        (await folder.RunAsync("token", "list")).Out.ShouldContain("已撤销");
    }

    [Theory]
    [InlineData("archive.everything", "archive.everything")]
    [InlineData("incoming.register,settings.all", "settings.all")]
    [InlineData(",", "不写 --scopes")]
    public async Task A_token_with_a_scope_that_the_post_does_not_have_is_refused(string scopes, string said)
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();

        var (exit, _, error) = await folder.RunAsync("token", "add", "--as", "clerk", "--name", "取数", "--scopes", scopes);

        exit.ShouldBe(2);
        error.ShouldContain(said);
        (await folder.RunAsync("token", "list")).Out.ShouldContain("还没有接口令牌");
    }

    [Fact]
    public async Task A_token_lasts_no_longer_than_the_rule_allows()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();

        (await folder.RunAsync("token", "add", "--as", "clerk", "--name", "取数", "--days", "3650")).Error.ShouldContain("有效期请填 1 至");
    }

    [Theory]
    [InlineData("registry-clerk,director", "没有“director”这个角色")]
    [InlineData("system-administrator,security-administrator", "三员分立")]
    [InlineData("auditor,registry-clerk", "三员分立")]
    public async Task Roles_that_are_unknown_or_must_be_kept_apart_are_refused(string roles, string said)
    {
        using var folder = new DataFolder();

        var (exit, _, error) = await folder.RunAsync("user", "add", "admin", "--name", "笔管事", "--unit", "云岭市人民政府办公室", "--roles", roles);

        exit.ShouldBe(2);
        error.ShouldContain(said);
        (await folder.RunAsync("user", "list")).Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_option_is_told_with_those_that_are_known()
    {
        using var folder = new DataFolder();

        var (exit, _, error) = await folder.RunAsync("verify", "--fast");

        exit.ShouldBe(2);
        error.ShouldContain("--data");
    }
}
