namespace Zhongshu.Typesetting.Slips;

/// <summary>A form: a head, rows of short fields, then sections to write in.</summary>
internal sealed record FormSheet(string Unit, string Name, string MatterCode, IReadOnlyList<FormField[]> Fields, IReadOnlyList<FormSection> Sections)
{
    public string Title => Unit + Name;
}

/// <summary>A short field; a row holds one or two.</summary>
internal sealed record FormField(string Label, string Value);

/// <summary>A section takes its share of the room that is left by weight, and flows on when it is too long.</summary>
internal sealed record FormSection(string Label, IReadOnlyList<SlipOpinion> Opinions, double Weight);
