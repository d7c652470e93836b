using System.Runtime.InteropServices;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Writes and rewrites a model file, part by part.</summary>
internal sealed class ModelFile
{
    private readonly byte[][] _parts = new byte[(int)ModelPart.Last][];

    internal ModelFile() => Array.Fill(_parts, []);

    internal static ModelFile Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var model = new ModelFile();
        var parts = (BitConverter.ToInt64(bytes, 8) - 8) / 16; // the first part stands right behind the table of contents
        for (var i = 0; i < parts; i++)
        {
            var offset = (int)BitConverter.ToInt64(bytes, 8 + (i * 16));
            var length = (int)BitConverter.ToInt64(bytes, 16 + (i * 16));
            model._parts[i] = bytes[offset..(offset + length)];
        }

        return model;
    }

    /// <summary>
    /// The judgement is fitted on counts without the sentences kept aside, then used with the counts of all.
    /// </summary>
    internal static void Adopt(string from, string path)
    {
        var (source, target) = (Read(from), Read(path));
        foreach (var part in (ModelPart[])[ModelPart.CandidateHeads, ModelPart.Candidates, ModelPart.Wide, ModelPart.Judgement])
            target._parts[(int)part] = source._parts[(int)part];
        target.Write(path);
    }

    internal void Set<T>(ModelPart part, ReadOnlySpan<T> values)
        where T : unmanaged => _parts[(int)part] = MemoryMarshal.AsBytes(values).ToArray();

    internal void Write(string path)
    {
        using var file = File.Create(path);
        Span<byte> header = stackalloc byte[ContextModel.HeaderBytes];
        header.Clear();
        MemoryMarshal.Write(header, ContextModel.Magic);
        var offset = (long)ContextModel.HeaderBytes;
        for (var i = 0; i < _parts.Length; i++)
        {
            MemoryMarshal.Write(header[(8 + (i * 16))..], offset);
            MemoryMarshal.Write(header[(16 + (i * 16))..], (long)_parts[i].Length);
            offset += Padded(_parts[i].Length);
        }

        file.Write(header);
        foreach (var part in _parts)
        {
            file.Write(part);
            file.Write(new byte[Padded(part.Length) - part.Length]);
        }
    }

    private static int Padded(int length) => (length + 7) / 8 * 8;
}
