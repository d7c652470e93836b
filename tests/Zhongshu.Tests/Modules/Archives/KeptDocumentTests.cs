using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Documents;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Search;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class KeptDocumentTests
{
    private static readonly RuleBook Rules = OfficeRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")).Book!;

    [Theory, Engines]
    [Trait("req", "M12-B10")]
    [Trait("req", "M12-A13")]
    public async Task A_document_is_made_reviewed_published_filed_and_lent(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await MadeAsync(scene, "contract", "办公楼物业服务合同", "物业费每年42万元");
        (await scene.SeeAsync("duty", code)).ShouldBeNull("a draft is its section's");
        (await OnAsync(scene, "drafter", d => d.PublishAsync(code, true, null, default))).Refusal!.Rule.ShouldBe("archives.document-moved");
        (await OnAsync(scene, "drafter", d => d.SubmitAsync(code, 21, null, default))).Refusal!.Field.ShouldBe("reviewer", "nobody reviews his own");
        await DoAsync(scene, "drafter", d => d.SubmitAsync(code, 20, null, default));
        (await DesksAsync(scene, code)).ShouldBe([(KeepDocument.ReviewStep, WorkStatus.Open)]);
        (await OnAsync(scene, "director", d => d.ReviewAsync(code, true, "同意", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound, "a draft is not even the director's");
        (await OnAsync(scene, "drafter", d => d.ReviewAsync(code, true, "同意", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        await DoAsync(scene, "head1", d => d.ReviewAsync(code, false, "第三条违约金写清楚", null, default));
        await DoAsync(scene, "drafter", async d => await d.SubmitAsync(code, 20, null, default));
        await DoAsync(scene, "head1", d => d.ReviewAsync(code, true, "同意", null, default));
        await DoAsync(scene, "drafter", d => d.PublishAsync(code, false, null, default));
        (await DesksAsync(scene, code)).ShouldAllBe(d => d.Status == WorkStatus.Done);
        (await scene.SeeAsync("duty", code)).ShouldBeNull("published to the section and the office");

        var piece = (await scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm { Pages = 12 }, default))).Value;
        (piece.Code, piece.DocumentNumber).ShouldBe(("0101-WS·2026-Y-MSY-0001", "合〔2026〕1号"));
        var loan = (await LoanTests.AskAsync(scene, "duty", new LoanInput("物业合同", "核查凭证", "screen", 2))).Value;
        await LoanTests.DoAsync(scene, l => l.ApproveAsync(loan.Id, piece.Code, null, default));
        await LoanTests.DoAsync(scene, l => l.LendAsync(loan.Id, null, default));
        (await scene.SeeAsync("duty", code))!.Files.Count.ShouldBe(1);
        (await OnAsync(scene, "drafter", d => d.ReviseAsync(code, 1, "再改", null, default))).Refusal!.Rule.ShouldBe("matter.filed");
    }

    [Theory, Engines]
    [Trait("req", "M12-B11")]
    public async Task Every_version_stays_and_the_document_is_found_by_the_words_of_its_newest(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await MadeAsync(scene, "report", "智慧停车项目报告", "一期建设泊位三百个");
        (await FoundAsync(scene, "三百个")).ShouldBe([code]);
        (await OnAsync(scene, "drafter", d => d.ReviseAsync(code, 0, "改数", null, default))).Refusal!.Rule.ShouldBe("archives.file");
        var file = await UploadAsync(scene, "drafter", "报告2.txt", "一期建设泊位五百二十个");
        (await OnAsync(scene, "head1", d => d.ReviseAsync(code, file, "改数", null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await OnAsync(scene, "drafter", d => d.ReviseAsync(code, file, "", null, default))).Refusal!.Field.ShouldBe("words");
        await DoAsync(scene, "drafter", d => d.ReviseAsync(code, file, "泊位数按验收数改", null, default));

        (await FoundAsync(scene, "五百二十个")).ShouldBe([code]);
        (await FoundAsync(scene, "三百个")).ShouldBeEmpty("what the newest says is what it says");
        var versions = await scene.AsAsync("drafter", s => s.GetRequiredService<OfficeDb>().Set<DocumentVersion>().AsNoTracking().OrderBy(v => v.Number).ToListAsync());
        versions.Select(v => (v.Number, v.Note)).ShouldBe([(1, "首次登记"), (2, "泊位数按验收数改")]);
        var first = await scene.AsAsync("drafter", async s =>
        {
            var kept = await s.GetRequiredService<OfficeDb>().Set<Attachment>().SingleAsync(a => a.Id == versions[0].AttachmentId);
            await using var content = s.GetRequiredService<FileStore>().Open(kept.Hash);
            using var reader = new StreamReader(content!);
            return await reader.ReadToEndAsync();
        });
        first.ShouldContain("三百个", customMessage: "the first version lies in the store as it was");
    }

    [Fact]
    [Trait("req", "M12-B12")]
    public async Task Minutes_project_reports_and_contracts_are_kept_and_found_by_kind()
    {
        foreach (var word in new[] { "会议纪要", "项目报告", "合同协议" }) Rules.Value(DocumentRules.Kinds).ShouldContain(k => k.Word == word);
        await using var scene = await Scene.OpenAsync();
        var minutes = await MadeAsync(scene, "minutes", "第12次主任办公会纪要", "议定三件事");
        await MadeAsync(scene, "contract", "印刷服务合同", "每页二角");
        var found = await scene.AsAsync("drafter", s => s.GetRequiredService<OfficeDb>().Set<KeptDocument>().Where(d => d.Kind == "minutes").Select(d => d.MatterId).ToListAsync());
        (await scene.AsAsync("drafter", s => s.GetRequiredService<OfficeDb>().Set<Matter>().Where(m => m.Id == found.Single()).Select(m => m.Code).SingleAsync())).ShouldBe(minutes);
        (await scene.AsAsync("drafter", s => s.GetRequiredService<KeepDocument>().MakeAsync(new DocumentInput("novel", "x", "", 1, ""), null, default))).Refusal!.Field.ShouldBe("kind");
        (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepDocument>().MakeAsync(new DocumentInput("minutes", "x", "", 1, ""), null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    private static async Task<string> MadeAsync(Scene scene, string kind, string title, string text)
    {
        var file = await UploadAsync(scene, "drafter", title + ".txt", text);
        var made = await scene.AsAsync("drafter", s => s.GetRequiredService<KeepDocument>().MakeAsync(new DocumentInput(kind, title, "合〔2026〕1号", file, ""), null, default));
        made.Refusal.ShouldBeNull();
        return made.Value;
    }

    private static Task<long> UploadAsync(Scene scene, string login, string name, string text) => scene.AsAsync(login, async s =>
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await s.GetRequiredService<ReceiveFile>().RunAsync(content, name, default)).Value.File.Id;
    });

    private static Task<List<string>> FoundAsync(Scene scene, string words) => scene.AsAsync("drafter", async s =>
    {
        var office = s.GetRequiredService<Office>();
        var ids = (await SearchQuery.FindAsync(office, SearchAsk.Read(words), null, 10, default)).Matters.ToArray();
        return await office.Db.Set<Matter>().Where(m => ids.Contains(m.Id)).Select(m => m.Code).ToListAsync();
    });

    private static Task<List<(string Step, WorkStatus Status)>> DesksAsync(Scene scene, string code) => scene.AsSystemAsync(async s =>
        (await s.GetRequiredService<OfficeDb>().Set<WorkItem>().Where(w => s.GetRequiredService<OfficeDb>().Set<Matter>().Any(m => m.Id == w.MatterId && m.Code == code)).ToListAsync()).ConvertAll(w => (w.StepId, w.Status)));

    private static async Task DoAsync(Scene scene, string login, Func<KeepDocument, Task<Outcome<Done>>> act) => (await OnAsync(scene, login, act)).Refusal.ShouldBeNull();

    private static Task<Outcome<Done>> OnAsync(Scene scene, string login, Func<KeepDocument, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<KeepDocument>()));
}
