using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Demo.Life;

/// The documents of the plan as events.
internal sealed class PaperLife(LifeDays days, Dictionary<string, string> codes)
{
    public IEnumerable<LifeEvent> Events(LifePaper paper)
    {
        yield return new LifeEvent(days.At(paper.Came), paper.By, (scope, cancel) => RegisterAsync(paper, scope, cancel));
        foreach (var act in paper.Acts)
        {
            yield return new LifeEvent(days.At(act.At), act.By, (scope, cancel) => ActAsync(codes[paper.Key], act, scope, cancel));
        }
    }

    private async Task<Refusal?> RegisterAsync(LifePaper paper, IServiceProvider scope, CancellationToken cancel)
    {
        using var content = new MemoryStream(PaperText.Docx(paper, days));
        var file = await scope.GetRequiredService<ReceiveFile>().RunAsync(content, paper.Title + ".docx", cancel);
        if (!file.Succeeded) return file.Refusal;
        // On the page these are two requests.
        scope.GetRequiredService<Office>().Db.ChangeTracker.Clear();
        var form = new RegisterForm
        {
            Kind = paper.Kind,
            Title = paper.Title,
            Sender = paper.Sender,
            DocumentNumber = days.Filled(paper.Number),
            DocumentDate = days.Day(paper.Dated),
            Urgency = paper.Urgency,
            Pages = 2,
            Files = [file.Value.File.Id],
        };
        var code = await scope.GetRequiredService<RegisterDocument>().RunAsync(form, null, cancel);
        if (!code.Succeeded) return code.Refusal;
        codes[paper.Key] = code.Value;
        return null;
    }

    private async Task<Refusal?> ActAsync(string code, LifeAct act, IServiceProvider scope, CancellationToken cancel)
    {
        if (act.Do == "file") return (await scope.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm(), cancel)).Refusal;
        var form = new ActForm
        {
            Item = await ItemAsync(code, act, scope, cancel),
            Verb = act.Do,
            To = act.To,
            For = act.For is null ? 0 : People.Of(act.For),
            Opinion = act.Says is null ? null : days.Filled(act.Says),
            Choices = [.. act.Give.Select(g => new Choice(g.Key, [.. g.Value.Select(Holder)]))],
            Fields = act.Fields,
        };
        return (await scope.GetRequiredService<ActOnMatter>().RunAsync(code, form, cancel)).Refusal;
    }

    /// The open piece of work that lies with whoever acts, or with the leader he writes for.
    private static async Task<int> ItemAsync(string code, LifeAct act, IServiceProvider scope, CancellationToken cancel)
    {
        var office = scope.GetRequiredService<Office>();
        var holders = act.For is null ? office.Actor.Subjects.ToList() : [Participant.Person(People.Of(act.For)).Value];
        return await office.Db.Set<WorkItem>().Where(w => w.Status == WorkStatus.Open && office.Db.Set<Matter>().Any(m => m.Id == w.MatterId && m.Code == code) && holders.Contains(w.Assignee))
            .OrderBy(w => w.Number).Select(w => w.Number).FirstOrDefaultAsync(cancel);
    }

    private static long Holder(string name) => name is ['s', .. var section] && long.TryParse(section, CultureInfo.InvariantCulture, out var id)
        ? Participant.Section(id).Value
        : Participant.Person(People.Of(name)).Value;
}
