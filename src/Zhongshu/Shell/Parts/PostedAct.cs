using System.Globalization;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Shell.Parts;

/// What a FoldForm sent: which action of which row, with what was typed; kept on the page when it is refused.
public sealed record PostedAct(string Act, long Id, IReadOnlyDictionary<string, string> Fields)
{
    public static readonly PostedAct None = new("", 0, new Dictionary<string, string>(StringComparer.Ordinal));

    /// The field that a refusal of an unknown action speaks of.
    public const string Unknown = "act";

    public Refusal? Refusal { get; init; }

    /// The page does not know this action: it is an old page, or was tampered with.
    public static Refusal NotKnown => new("platform.act", "没有认出要办的事，请刷新页面后再试。") { Field = Unknown };

    public string Text(string field) => Fields.GetValueOrDefault(field, "").Trim();

    public long Number(string field) => long.TryParse(Text(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public bool IsOf(string act, long id) => Refusal is not null && Act == act && Id == id;

    public static async Task<PostedAct> ReadAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new(form["act"].ToString(), long.TryParse(form["id"], CultureInfo.InvariantCulture, out var id) ? id : 0, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
    }
}
