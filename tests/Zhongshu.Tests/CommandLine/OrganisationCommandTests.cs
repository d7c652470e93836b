namespace Zhongshu.Tests.CommandLine;

public class OrganisationCommandTests
{
    [Fact]
    public async Task The_organisation_goes_out_and_into_an_empty_installation_without_the_demonstration()
    {
        using var folder = new DataFolder();
        using var other = new DataFolder();
        await folder.WithOneDocumentAsync();
        (await folder.RunAsync("export", "organisation", folder.Beside(".xlsx"))).Exit.ShouldBe(0);

        var (exit, said, error) = await other.RunAsync("import", "organisation", folder.Beside(".xlsx"));

        exit.ShouldBe(0, error);
        said.ShouldContain("人员：新增 1，更新 0，无变化 0");
        (await other.RunAsync("user", "list")).Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_without_data_is_told_and_nothing_is_made()
    {
        using var folder = new DataFolder();

        var (exit, _, error) = await folder.RunAsync("export", "organisation", folder.Beside(".xlsx"));

        exit.ShouldBe(2);
        error.ShouldContain("没有中枢的数据");
        Directory.Exists(folder.Path).ShouldBeFalse();
        File.Exists(folder.Beside(".xlsx")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_before_anything_is_made()
    {
        using var folder = new DataFolder();

        var (exit, _, error) = await folder.RunAsync("import", "organisation", folder.Beside(".xlsx"));

        exit.ShouldBe(2);
        error.ShouldContain("没有找到文件");
        Directory.Exists(folder.Path).ShouldBeFalse();
    }
}
