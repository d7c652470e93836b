using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Org.BouncyCastle.Crypto.Digests;

namespace Zhongshu.Platform.Trail;

/// SM3 (GB/T 32905) over the hash before and the entry as canonical JSON: fixed field order, no white space, UTF-8.
internal static class TrailHash
{
    public const int Length = 32;

    private static readonly JsonWriterOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Of(ReadOnlySpan<byte> before, TrailEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, entry);
        var digest = new SM3Digest();
        digest.BlockUpdate(before.ToArray(), 0, before.Length);
        digest.BlockUpdate(buffer.WrittenSpan.ToArray(), 0, buffer.WrittenCount);
        var hash = new byte[Length];
        digest.DoFinal(hash, 0);
        return hash;
    }

    public static string CanonicalText(TrailEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Write(buffer, entry);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(IBufferWriter<byte> buffer, TrailEntry entry)
    {
        using var json = new Utf8JsonWriter(buffer, Canonical);
        json.WriteStartObject();
        json.WriteNumber("matter", entry.MatterId);
        json.WriteNumber("seq", entry.Sequence);
        json.WriteNumber("at", entry.At.ToUnixTimeMilliseconds());
        json.WriteNumber("person", entry.PersonId);
        json.WriteString("name", entry.PersonName);
        json.WriteString("post", entry.PostName);
        json.WriteString("for", entry.ForName);
        json.WriteString("verb", entry.Verb);
        json.WriteString("text", entry.Text);
        json.WriteString("quote", entry.Quote);
        json.WriteString("changes", entry.Changes);
        json.WriteEndObject();
    }
}
