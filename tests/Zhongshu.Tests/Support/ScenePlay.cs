using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Tests.Support;

/// The shortest true life of a received document, so that a test begins where its own question does.
internal static class ScenePlay
{
    public static RegisterForm Paper(string title, int number = 1, IncomingKind kind = IncomingKind.Document) =>
        new() { Kind = kind, Title = title, Sender = "青禾县人民政府", DocumentNumber = $"青政〔2026〕{number}号", DocumentDate = new DateOnly(2026, 11, 20), Pages = 6 };

    public static async Task<string> RegisteredAsync(this Scene scene, RegisterForm form)
    {
        var document = await scene.RegisterAsync("registry", form);
        document.Refusal.ShouldBeNull();
        return await scene.CodeOfAsync(document.Value.MatterId);
    }

    /// Registered, routed to 秘书二科, handled, and approved for closing; the closing act may carry fields.
    public static async Task<string> ClosedAsync(this Scene scene, RegisterForm form, params (string Name, string Value)[] fields)
    {
        var code = await scene.RegisteredAsync(form);
        await scene.ReadyToCloseAsync(code);
        await scene.DoAsync("director", code, new ActForm { Verb = "approve", Fields = fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal) });
        return code;
    }

    public static async Task ReadyToCloseAsync(this Scene scene, string code)
    {
        await scene.DoAsync("director", code, new ActForm { To = "routing" });
        await scene.DoAsync("director", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(14).Value])] });
        await scene.DoAsync("head2", code, new ActForm { Verb = "claim" });
        await scene.DoAsync("head2", code, new ActForm());
    }

    /// Acts on the first thing that lies with this login; an opinion is added where one may stand.
    public static async Task DoAsync(this Scene scene, string login, string code, ActForm form)
    {
        var view = await scene.SeeAsync(login, code);
        var whole = form with { Item = view!.Mine[0].Number, Verb = form.Verb.Length == 0 ? "complete" : form.Verb, Opinion = form.Verb == "claim" ? null : form.Opinion ?? "已按要求办理。" };
        (await scene.ActAsync(login, code, whole)).Refusal.ShouldBeNull();
    }

    /// One unit ends and another takes over: what the modules do then, in one transaction, without the change of the organisation itself.
    public static Task SucceedAsync(this Scene scene, long gone, long successor) => scene.AsSystemAsync(async s =>
    {
        var office = s.GetRequiredService<Office>();
        var book = await office.BookAsync(default);
        await using var transaction = await office.Db.BeginWriteAsync(default);
        foreach (var follow in s.GetServices<UnitSucceeded>()) await follow(book.Unit(gone)!, book.Unit(successor)!, default);
        await office.Db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    });
}
