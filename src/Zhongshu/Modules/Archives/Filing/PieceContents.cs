using System.Text.Encodings.Web;
using System.Text.Json;
using Zhongshu.Platform.Files;

namespace Zhongshu.Modules.Archives.Filing;

/// One file of an archived piece.
internal sealed record PieceFile(long Id, string Role, string Name, long Size, string Hash);

/// What lies in a piece, as it is kept with it.
internal static class PieceContents
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Attachment> files) => JsonSerializer.Serialize(files.Select(f => new PieceFile(f.Id, f.Role, f.Name, f.Size, f.Hash)), Json);

    public static IReadOnlyList<PieceFile> Read(string contents) => JsonSerializer.Deserialize<List<PieceFile>>(contents, Json) ?? [];

    public static string RoleWord(string role) => role switch { "original" => "原件", "annex" => "附件", "slip" => "处理单", "version" => "修订版", "evidence" => "佐证", _ => "文件" };
}
