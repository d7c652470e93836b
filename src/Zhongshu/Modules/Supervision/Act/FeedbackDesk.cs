using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Act;

/// The feedbacks of a task with their evidence, within somebody's act; the caller saves.
internal sealed class FeedbackDesk(Office office, Uploads uploads)
{
    // Asked for after the item itself was found through the actor's filter.
    private static readonly CompiledQuery<long, TaskFeedback?> LastOf = new((db, taskId) =>
        db.Set<TaskFeedback>().IgnoreQueryFilters().Where(f => f.TaskId == taskId).OrderByDescending(f => f.Id).FirstOrDefault());

    private static readonly CompiledQuery<long, string?> LastHanded = new((db, taskId) =>
        db.Set<TaskFeedback>().IgnoreQueryFilters().Where(f => f.TaskId == taskId && f.ApprovedBy != "").OrderByDescending(f => f.Id).Select(f => f.Text).FirstOrDefault());

    private static readonly CompiledQuery<long, int> ReachedOf = new((db, taskId) =>
        db.Set<TaskFeedback>().IgnoreQueryFilters().Where(f => f.TaskId == taskId && f.State == FeedbackState.Accepted && !f.IsFinal).OrderByDescending(f => f.Id).Select(f => f.Progress).FirstOrDefault());

    private static readonly CompiledRows<long, TaskFeedback> FinalsOf = new((db, matterId) =>
        db.Set<TaskFeedback>().IgnoreQueryFilters().Where(f => f.MatterId == matterId && f.IsFinal).OrderBy(f => f.Id));

    private static readonly CompiledRows<long, string> EvidenceOf = new((db, feedbackId) =>
        db.Set<Evidence>().IgnoreQueryFilters().Where(e => e.FeedbackId == feedbackId).Select(e => e.Kind));

    public Task<TaskFeedback?> LastAsync(long taskId, CancellationToken cancel) => LastOf.AskAsync(office.Db, taskId, cancel);

    /// The progress that was taken up last, before any result was claimed.
    public Task<int> ReachedAsync(long taskId, CancellationToken cancel) => ReachedOf.AskAsync(office.Db, taskId, cancel);

    public async Task<LastFeedback> FactsAsync(TaskFeedback feedback, bool withEvidence, CancellationToken cancel) =>
        new(feedback.IsFinal, withEvidence ? await EvidenceOf.AskAsync(office.Db, feedback.Id, cancel) : [], feedback.At);

    /// Takes a feedback down with its evidence; uploads become attachments of the matter.
    public async Task<Refusal?> AddAsync(LoadedItem of, SupervisionTask task, TaskMove move, TaskActForm form, CancellationToken cancel)
    {
        var evidence = form.Evidence.Where(e => e.File is not null || e.Text.Trim().Length > 0).ToList();
        var files = await uploads.FindAsync([.. evidence.Select(e => e.File).OfType<long>()], cancel);
        if (!files.Succeeded) return files.Refusal with { Field = "Evidence" };
        if (evidence.FirstOrDefault(e => e.Text.Length > 1000) is { } longOne) return SupervisionRefusals.TooLong("Evidence", "佐证说明", 1000, longOne.Text.Length);
        var text = form.Reason!.Trim();
        var promise = (form.Promise ?? "").Trim();
        if (promise.Length > 2000) return SupervisionRefusals.TooLong("Promise", "下一步", 2000, promise.Length);
        var before = await LastHanded.AskAsync(office.Db, task.Id, cancel) ?? "";
        var handed = move.Next.State == TaskState.Checking;
        var feedback = new TaskFeedback
        {
            Id = office.Ids.Next(),
            MatterId = of.Matter.Id,
            TaskId = task.Id,
            UnitId = task.LeadUnitId,
            PersonId = office.Actor.PersonId,
            PersonName = office.Actor.Name,
            Text = text,
            Progress = move.Next.Progress,
            Promise = promise,
            IsFinal = form.IsFinal,
            CopiedPercent = CopiedSentences.Percent(CopiedSentences.Mark(text, before)),
            State = handed ? FeedbackState.Handed : FeedbackState.HeadReview,
            ApprovedBy = handed ? office.Actor.Name : "",
            At = office.Now,
        };
        office.Db.Add(feedback);
        foreach (var one in evidence) AddEvidence(feedback, one, files.Value);
        return null;
    }

    /// What an act says of the feedback that lay before it.
    public static void Judge(TaskFeedback? feedback, TaskActForm form, string actor)
    {
        if (feedback is null) return;
        switch (form.Verb)
        {
            case TaskVerb.ApproveFeedback:
                (feedback.State, feedback.ApprovedBy) = (FeedbackState.Handed, actor);
                break;
            case TaskVerb.ReturnFeedback or TaskVerb.Refuse:
                (feedback.State, feedback.Note) = (FeedbackState.Refused, form.Reason?.Trim() ?? "");
                break;
            case TaskVerb.Accept or TaskVerb.Close or TaskVerb.ClosePartly or TaskVerb.TurnLongTerm when feedback.State == FeedbackState.Handed:
                (feedback.State, feedback.Note) = (FeedbackState.Accepted, form.Reason?.Trim() ?? "");
                break;
        }
    }

    /// 结果: what the units said when they were done, task by task, in the shortest way.
    public async Task<string> ResultAsync(LoadedItem of, CancellationToken cancel)
    {
        var finals = await FinalsOf.AskAsync(office.Db, of.Matter.Id, cancel);
        var lines = of.Tasks.Where(t => t.State == TaskState.Closed).Select(t => finals.LastOrDefault(f => f.TaskId == t.Id && f.State == FeedbackState.Accepted)?.Text).OfType<string>().ToList();
        var text = lines.Count == 1 ? lines[0] : string.Join('\n', lines.Select((l, i) => $"{i + 1}. {l}"));
        return text.Cut(4000);
    }

    private void AddEvidence(TaskFeedback feedback, EvidenceForm one, IReadOnlyList<UploadedFile> files)
    {
        Attachment? attachment = null;
        if (files.FirstOrDefault(f => f.Id == one.File) is { } file)
        {
            attachment = new Attachment
            {
                Id = office.Ids.Next(),
                MatterId = feedback.MatterId,
                Hash = file.Hash,
                Name = file.Name,
                Size = file.Size,
                MediaType = file.MediaType,
                Role = "evidence",
                AddedAt = office.Now,
                AddedBy = office.Actor.PersonId,
            };
            office.Db.Add(attachment);
            office.Db.Remove(file);
        }

        office.Db.Add(new Evidence { Id = office.Ids.Next(), MatterId = feedback.MatterId, FeedbackId = feedback.Id, Kind = one.Kind, Text = one.Text.Trim(), AttachmentId = attachment?.Id });
    }
}
