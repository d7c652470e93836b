using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>署名、成文日期和印章 (clause 7.3.5) as rows that stay with the text before them.</summary>
internal sealed class SignOffRows(PageFrame frame)
{
    private TextStyle Body => new(FontRole.FangSong, frame.Size, frame.Tracking);

    public IReadOnlyList<Row> Of(SignOff sign)
    {
        if (sign.Signatories.Count == 0 && sign.Date.Length == 0) return [];
        return sign.Style switch
        {
            SignOffStyle.Plain => Plain(sign),
            SignOffStyle.SignatureStamp => Stamped(sign),
            _ when sign.Signatories.Count > 1 => JointSeals(sign),
            _ => OneSeal(sign),
        };
    }

    /// <summary>7.3.5.1: the name centred over the date, the seal over both with its centre slightly above them.</summary>
    private List<Row> OneSeal(SignOff sign)
    {
        var name = sign.Signatories.Count == 0 ? "" : sign.Signatories[0];
        var names = Wrapped(name);
        var centre = SealCentre(sign);
        var rows = new List<Row>();
        foreach (var line in names) rows.Add(Centred(line, centre, rows.Count == 0 ? frame.Lines("sign.blank") : 0));
        rows.Add(Centred(sign.Date, centre, rows.Count == 0 ? frame.Lines("sign.blank") : 0));
        var diameter = frame.Rules.Pt("seal.diameter");
        var last = rows[^1].Draw;
        rows[^1] = rows[^1] with
        {
            Draw = (on, top) =>
            {
                last(on, top);
                on.Seals.Add(new SealPlace(on.Index, name, centre, top - (frame.Line / 2), diameter));
            },
        };
        return rows;
    }

    /// <summary>7.3.5.1, joint: a seal to each name, in rows that neither touch nor leave the type area; the date under the last.</summary>
    private List<Row> JointSeals(SignOff sign)
    {
        var diameter = frame.Rules.Pt("seal.diameter");
        var joint = Joint(sign);
        var rows = new List<Row>();
        foreach (var (group, shift, last) in joint.Groups(sign))
        {
            var advance = last ? frame.Line * 2 : diameter + frame.Rules.Pt("seal.gap");
            rows.Add(new Row(rows.Count == 0 ? frame.Lines("sign.blank") : 0, advance, frame.Size + (last ? frame.Line : 0), (on, top) =>
            {
                for (var i = 0; i < group.Length; i++)
                {
                    Setter.Centred(on.Page, group[i], Body, joint.Centre(shift + i), top);
                    on.Seals.Add(new SealPlace(on.Index, group[i], joint.Centre(shift + i), top, diameter));
                }

                if (last) Setter.Centred(on.Page, sign.Date, Body, joint.Last, top + frame.Line);
            })
            { KeepNext = !last });
        }

        return rows;
    }

    /// <summary>7.3.5.2: name two characters from the right, the date starting two characters after it; the longer one gives way.</summary>
    private List<Row> Plain(SignOff sign)
    {
        var rows = new List<Row>();
        var names = sign.Signatories.SelectMany(Wrapped).ToList();
        var (left, date) = PlainLefts(sign);
        foreach (var name in names) rows.Add(At(name, left, rows.Count == 0 ? frame.Lines("sign.plain.blank") : 0));
        rows.Add(At(sign.Date, date, rows.Count == 0 ? frame.Lines("sign.plain.blank") : 0));
        return [.. rows.Take(rows.Count - 1).Select(r => r with { KeepNext = true }), rows[^1]];
    }

    /// <summary>7.3.5.3: the stamp four characters from the right, the office two characters to its left, one organ a line.</summary>
    private List<Row> Stamped(SignOff sign)
    {
        var right = frame.Right - frame.Chars("sign.stamp.right");
        var width = frame.Rules.Pt("sign.stamp.width");
        var rows = new List<Row>();
        foreach (var office in sign.Signatories)
        {
            var name = rows.Count == 0 ? sign.SignerName : "";
            rows.Add(new Row(frame.Lines("sign.stamp.blank"), frame.Line, frame.Size, (on, top) =>
            {
                Setter.RightAligned(on.Page, office, Body, right - width - (2 * frame.Char), top);
                Setter.Centred(on.Page, name, Body with { Face = FontRole.KaiTi }, right - (width / 2), top);
                on.Seals.Add(new SealPlace(on.Index, office, right - (width / 2), top + (frame.Size / 2), width));
            })
            { KeepNext = true });
        }

        rows.Add(new Row(frame.Line, frame.Line, frame.Size, (on, top) => Setter.RightAligned(on.Page, sign.Date, Body, right, top)));
        return rows;
    }

    /// <summary>The axis of name and date under one seal: the date four characters from the right unless the name is too long for it.</summary>
    public double SealCentre(SignOff sign)
    {
        var names = sign.Signatories.Take(1).SelectMany(Wrapped).ToList();
        var dateWidth = Setter.Width(sign.Date, Body);
        var half = Math.Max(dateWidth, names.Count == 0 ? 0 : names.Max(n => Setter.Width(n, Body))) / 2;
        return Math.Min(frame.Right - frame.Chars("sign.date.right") - (dateWidth / 2), frame.Right - frame.Char - half);
    }

    /// <summary>Left edges of the names and of the date without a seal.</summary>
    public (double Name, double Date) PlainLefts(SignOff sign)
    {
        var side = frame.Chars("sign.plain.right");
        var dateWidth = Setter.Width(sign.Date, Body);
        if (sign.Signatories.Count == 0) return (frame.Left, frame.Right - side - dateWidth);
        var left = frame.Right - side - sign.Signatories.SelectMany(Wrapped).Max(n => Setter.Width(n, Body));
        if (left + side + dateWidth > frame.Right - side) left = frame.Right - (2 * side) - dateWidth;
        return (left, left + side);
    }

    /// <summary>The columns of several seals: the date four characters from the right where they leave room for it.</summary>
    public JointSeals Joint(SignOff sign)
    {
        double diameter = frame.Rules.Pt("seal.diameter"), widest = sign.Signatories.Max(n => Setter.Width(n, Body));
        var pitch = Math.Max(diameter + frame.Rules.Pt("seal.gap"), widest + frame.Char);
        var count = Math.Clamp((int)((frame.AreaWidth + 0.1) / pitch), 1, sign.Signatories.Count);
        var half = Math.Min(Math.Max(diameter, widest), frame.AreaWidth) / 2;
        var last = Math.Min(frame.Right - frame.Chars("sign.date.right") - (Setter.Width(sign.Date, Body) / 2), frame.Right - half);
        return new JointSeals(count, pitch, Math.Max(last, frame.Left + half + ((count - 1) * pitch)));
    }

    private Row Centred(string text, double centre, double before) =>
        new(before, frame.Line, frame.Size, (on, top) => Setter.Centred(on.Page, text, Body, centre, top)) { KeepNext = false };

    private Row At(string text, double x, double before) =>
        new(before, frame.Line, frame.Size, (on, top) => Setter.Text(on.Page, text, Body, x, top));

    public List<string> Wrapped(string name)
    {
        var letters = Setter.Letters(name, Body);
        var width = frame.AreaWidth - (6 * frame.Char);
        return [.. LineBreaker.Break(letters, width, width)
            .Select(l => string.Concat(letters.Skip(l.Start).Take(l.Count).Select(c => char.ConvertFromUtf32(c.Code))))];
    }
}

/// <summary>The columns in which several seals stand.</summary>
/// <param name="Count">Seals in a row.</param>
/// <param name="Pitch">From one centre to the next.</param>
/// <param name="Last">Centre of the last column, which is that of the date.</param>
internal sealed record JointSeals(int Count, double Pitch, double Last)
{
    public double Centre(int column) => Last - ((Count - 1 - column) * Pitch);

    /// <summary>The names row by row; a last row that is not full stands to the right, so that its last seal covers the date.</summary>
    public IEnumerable<(string[] Names, int Shift, bool IsLast)> Groups(SignOff sign)
    {
        var rows = sign.Signatories.Chunk(Count).ToList();
        return rows.Select((names, i) => (names, i == rows.Count - 1 ? Count - names.Length : 0, i == rows.Count - 1));
    }
}
