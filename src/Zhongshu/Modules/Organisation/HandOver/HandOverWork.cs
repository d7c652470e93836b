using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.HandOver;

internal sealed class HandOverForm
{
    public long PersonId { get; set; }

    public string? Successor { get; set; }

    public string? Reason { get; set; }

    /// Also relieve the leaver of all posts.
    public bool Relieve { get; set; }

    /// Also put the successor into the posts.
    public bool Appoint { get; set; }
}

/// 工作交接: everything that waits with a person goes to a successor for good, in one step.
internal static class HandOverWork
{
    public static async Task<Outcome<Moved>> RunAsync(OrganisationDesk desk, WaitingWork work, HandOverForm form, CancellationToken cancel)
    {
        var moved = default(Moved);
        var done = await desk.ChangeAsync(async (db, book) =>
        {
            var today = desk.Office.Today;
            if (book.Person(form.PersonId) is not { } leaver) return Refusal.NotFound("人员");
            var found = PersonLabel.Find(book, form.Successor, today, "Successor");
            if (!found.Succeeded) return found.Refusal;
            var successor = found.Value;
            if (successor.Id == leaver.Id) return Refusals.SamePerson with { Field = "Successor" };
            if (string.IsNullOrWhiteSpace(form.Reason)) return new Refusal("organisation.handover", "请写明交接事由，如调离、退休、轮岗。") { Field = "Reason" };
            moved = await work.MoveAsync(Participant.Person(leaver.Id), Participant.Person(successor.Id),
                new Moving("organisation.handed-over", $"{leaver.Name}的在办事项移交{successor.Name}", form.Reason.Trim()), cancel);
            var posts = await PostsAsync(desk, book, form, successor, cancel);
            return new Act("organisation.handover", $"{leaver.Name}向{successor.Name}交接工作，移交在办{moved.Items}件{posts}") { Quote = form.Reason.Trim(), Changes = new { form.PersonId, Successor = successor.Id, moved.Items, moved.Left } };
        }, cancel);
        return done.Succeeded ? moved : done.Refusal;
    }

    private static async Task<string> PostsAsync(OrganisationDesk desk, OrganisationBook book, HandOverForm form, Person successor, CancellationToken cancel)
    {
        if (!form.Relieve) return "";
        var today = desk.Office.Today;
        var db = desk.Office.Db;
        var held = await db.Set<Holding>().Where(h => h.PersonId == form.PersonId && h.Since <= today && (h.Until == null || h.Until >= today)).ToListAsync(cancel);
        foreach (var holding in held)
        {
            if (holding.Since >= today) db.Remove(holding);
            else holding.Until = today.AddDays(-1);
            if (form.Appoint && book.HoldersOf(holding.PostId, today).All(p => p.Id != successor.Id))
                db.Add(new Holding { Id = desk.NewId(), PersonId = successor.Id, PostId = holding.PostId, Since = today });
        }

        var names = string.Join('、', held.Select(h => book.Post(h.PostId)?.Name));
        return names.Length == 0 ? "" : $"，不再任{names}{(form.Appoint ? "，由接手人兼任" : "")}";
    }
}
