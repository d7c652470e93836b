namespace Zhongshu.Tests.CommandLine;

public class KeepingTests
{
    private const string Unlock = "DROP TRIGGER trail_entry_is_never_changed; DROP TRIGGER trail_entry_is_never_deleted;";

    [Theory]
    [InlineData("UPDATE trail_entry SET text = replace(text, '登记', '登计') WHERE matter_id <> 0", "第 1 条留痕被改动")]
    [InlineData("UPDATE trail_entry SET at = at + 1 WHERE matter_id <> 0", "第 1 条留痕被改动")]
    [InlineData("UPDATE trail_entry SET hash = x'00' || substr(hash, 2) WHERE matter_id <> 0", "第 1 条留痕被改动")]
    [InlineData("DELETE FROM trail_entry WHERE matter_id <> 0", "自第 1 条起的留痕被截去")]
    [InlineData("UPDATE matter SET trail_hash = x'00' || substr(trail_hash, 2)", "第 1 条留痕被改动")]
    [InlineData("UPDATE trail_entry SET text = text || ' ' WHERE matter_id = 0 AND sequence = 1", "平台留痕 第 1 条留痕被改动")]
    public async Task Verify_names_the_place_of_one_alteration(string alteration, string place)
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        (await folder.RunAsync("verify")).Exit.ShouldBe(0);

        folder.Sql(Unlock + alteration);

        var (exit, said, _) = await folder.RunAsync("verify");
        exit.ShouldBe(1);
        said.ShouldContain(place);
        said.ShouldContain("发现 1 处");
    }

    [Fact]
    public async Task Verify_names_a_file_whose_content_was_altered()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        var content = "红头文件"u8.ToArray();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        var place = Directory.CreateDirectory(Path.Combine(folder.Path, "files", hash[..2], hash[2..4])).FullName;
        File.WriteAllBytes(Path.Combine(place, hash), content);
        folder.Sql($"INSERT INTO attachment SELECT 1, id, '{hash}', '来文.pdf', 12, 'application/pdf', 'original', 0, 0 FROM matter");
        (await folder.RunAsync("verify")).Exit.ShouldBe(0);

        content[3] ^= 1;
        File.WriteAllBytes(Path.Combine(place, hash), content);

        var (exit, said, _) = await folder.RunAsync("verify");
        exit.ShouldBe(1);
        said.ShouldContain("来文.pdf");
        said.ShouldContain("内容被改动");
    }

    [Fact]
    public async Task A_backup_comes_back_whole_in_an_empty_folder()
    {
        using var folder = new DataFolder();
        using var other = new DataFolder();
        var number = await folder.WithOneDocumentAsync();
        (await folder.RunAsync("backup", folder.Beside(".zip"))).Exit.ShouldBe(0);

        (await other.RunAsync("restore", folder.Beside(".zip"))).Exit.ShouldBe(0);

        (await other.RunAsync("verify")).Exit.ShouldBe(0);
        (await other.RunAsync("ledger", "--as", "clerk")).Out.ShouldContain(number);
    }

    [Fact]
    public async Task Restore_never_writes_over_data()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        await folder.RunAsync("backup", folder.Beside(".zip"));

        var (exit, _, error) = await folder.RunAsync("restore", folder.Beside(".zip"));

        exit.ShouldBe(2);
        error.ShouldContain("不是空目录");
    }

    [Fact]
    public async Task A_zip_that_is_no_backup_is_refused_and_leaves_nothing()
    {
        using var folder = new DataFolder();
        using (var zip = System.IO.Compression.ZipFile.Open(folder.Beside(".docx"), System.IO.Compression.ZipArchiveMode.Create)) zip.CreateEntry("word/document.xml");

        var (exit, _, error) = await folder.RunAsync("restore", folder.Beside(".docx"));

        exit.ShouldBe(2);
        error.ShouldContain("不是中枢的备份文件");
        Directory.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_that_breaks_off_leaves_no_folder_that_looks_like_data()
    {
        using var folder = new DataFolder();
        using var other = new DataFolder();
        await folder.WithOneDocumentAsync();
        await folder.RunAsync("backup", folder.Beside(".zip"));
        // The list of the entries stands whole at the end; what one of them holds is damaged.
        var bytes = File.ReadAllBytes(folder.Beside(".zip"));
        Array.Fill(bytes, (byte)0xff, 200, 4000);
        File.WriteAllBytes(folder.Beside(".zip"), bytes);

        var (exit, _, error) = await other.RunAsync("restore", folder.Beside(".zip"));

        exit.ShouldBe(2);
        error.ShouldContain("不是完整的备份文件");
        Directory.Exists(other.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_to_a_place_that_is_not_there_is_told()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();

        (await folder.RunAsync("backup", Path.Combine(folder.Path, "没有", "备份.zip"))).Error.ShouldContain("目录不存在");
    }

    [Theory]
    [InlineData("2025-13-45", "2026-01-31 的样子")]
    [InlineData("2999-01-01", "已经过去的日期")]
    public async Task A_last_day_that_cannot_be_is_told_before_anything_is_seeded(string until, string said)
    {
        using var folder = new DataFolder();

        var (exit, _, error) = await folder.RunAsync("seed", "--matters", "1", "--until", until);

        exit.ShouldBe(2);
        error.ShouldContain(said);
    }

    [Fact]
    public async Task Backup_never_writes_over_a_backup()
    {
        using var folder = new DataFolder();
        await folder.WithOneDocumentAsync();
        await folder.RunAsync("backup", folder.Beside(".zip"));

        (await folder.RunAsync("backup", folder.Beside(".zip"))).Error.ShouldContain("已经存在");
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("ledger")]
    [InlineData("backup", "x.zip")]
    public async Task A_folder_without_data_is_told_and_left_alone(params string[] words)
    {
        using var folder = new DataFolder();

        var (exit, _, error) = await folder.RunAsync(words);

        exit.ShouldBe(2);
        error.ShouldContain("没有中枢的数据");
        Directory.Exists(folder.Path).ShouldBeFalse();
    }
}
