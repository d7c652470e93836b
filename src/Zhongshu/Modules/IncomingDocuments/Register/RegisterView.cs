using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// All that the registration page shows. Components are public and their parameters too, so the parts of the page take it as an object.
internal sealed class RegisterView
{
    public RegisterInput Input { get; set; } = new();

    public Refusal? Refusal { get; set; }

    public Suggestions Suggestions { get; set; } = Suggestions.None;

    public IReadOnlyList<UploadedFile> Files { get; set; } = [];

    public IReadOnlyList<LikeDocument> Like { get; set; } = [];

    public IReadOnlyList<FormerMatter> Formers { get; set; } = [];

    public IReadOnlyList<string> Senders { get; set; } = [];

    public string? Error(string field) => Refusal?.Field == field ? Refusal.Message : null;

    public string? Words(string field) => Suggestions.Hints.TryGetValue(field, out var hint) ? hint.Words : null;

    public string Mark(string field, string more = "") => (Suggestions.Hints.TryGetValue(field, out var hint) && hint.IsUnsure ? "unsure " : "") + more;
}
