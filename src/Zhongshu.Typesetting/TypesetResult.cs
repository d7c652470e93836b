namespace Zhongshu.Typesetting;

/// <summary>Something the reader of the result should know.</summary>
/// <param name="Kind">字体, 缺字 or 版面.</param>
/// <param name="Message">What it is and the next step, in Chinese.</param>
public sealed record TypesetNotice(string Kind, string Message);

/// <summary>A finished file.</summary>
/// <param name="Bytes">The file; empty where it was refused.</param>
/// <param name="Notices">Substituted fonts and missing characters.</param>
/// <param name="Refusal">Null, or why nothing could be made and what to do, in Chinese.</param>
/// <param name="Layout">The layout the file shows, for placing seals; null where refused.</param>
public sealed record TypesetResult(byte[] Bytes, IReadOnlyList<TypesetNotice> Notices, string? Refusal, Layout.DocumentLayout? Layout);
