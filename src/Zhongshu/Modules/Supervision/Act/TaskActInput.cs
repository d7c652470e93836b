using System.Globalization;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;

namespace Zhongshu.Modules.Supervision.Act;

/// The forms on a task, as a browser posts them.
internal static class TaskActInput
{
    public static TaskActForm Read(IFormCollection form)
    {
        var verb = form["verb"].ToString().Split(':');
        return new TaskActForm
        {
            Verb = Enum.TryParse<TaskVerb>(verb[0], out var known) ? known : default,
            Passed = verb is [_, "pass"],
            Reason = form["reason"].ToString(),
            On = DocketInput.Day(form["on"].ToString()),
            Unit = form["unit"].ToString(),
            Person = form["person"].ToString(),
            Ways = [.. form["ways"].OfType<string>()],
            Progress = int.TryParse(form["progress"], CultureInfo.InvariantCulture, out var progress) ? progress : 0,
            IsFinal = form["final"] == "true",
            Promise = form["promise"].ToString(),
            Countersign = form["countersign"] == "true",
            Version = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : null,
            Evidence = [.. Evidence(form)],
        };
    }

    /// Uploaded files in order with their kinds, and one row for a text without a file.
    private static IEnumerable<EvidenceForm> Evidence(IFormCollection form)
    {
        for (var i = 0; i < form["file"].Count; i++)
            if (long.TryParse(form["file"][i], CultureInfo.InvariantCulture, out var file))
                yield return new EvidenceForm(At("fileKind", i), At("fileText", i), file);
        for (var i = 0; i < form["evidenceText"].Count; i++)
            if (At("evidenceText", i).Trim().Length > 0) yield return new EvidenceForm(At("evidenceKind", i), At("evidenceText", i), null);

        string At(string name, int index) => index < form[name].Count ? form[name][index] ?? "" : "";
    }
}
