using System.Globalization;
using Zhongshu.Modules.Supervision.Docket;

namespace Zhongshu.Modules.Supervision.Propose;

/// The proposals as a person looks them over: ticked or not, mended or as they were found.
public sealed record ProposalInput
{
    /// 依据: the report's name.
    public string Origin { get; init; } = "";

    /// Id in supervision.sources.
    public string Source { get; init; } = "yearly";

    /// Id in supervision.topics; empty for none.
    public string Topic { get; init; } = "";

    /// One item of many tasks, under this title; otherwise each row is an item of its own.
    public bool Together { get; init; }

    public string Title { get; init; } = "";

    public bool Send { get; init; } = true;

    public IReadOnlyList<ProposalRow> Rows { get; init; } = [];

    public static ProposalInput Posted(IFormCollection form) => new()
    {
        Origin = form["origin"].ToString().Trim(),
        Source = form["source"].ToString(),
        Topic = form["topic"].ToString(),
        Together = form["as"] == "together",
        Title = form["itemTitle"].ToString().Trim(),
        Send = form["send"] == "true",
        Rows = [.. Enumerable.Range(0, form["sentence"].Count).Select(i => ProposalRow.Posted(form, i))],
    };
}

/// One proposal, with the passage it comes from.
public sealed record ProposalRow
{
    public bool Picked { get; init; }

    public int Paragraph { get; init; }

    public string Heading { get; init; } = "";

    public string Sentence { get; init; } = "";

    public string Why { get; init; } = "";

    public string DueWords { get; init; } = "";

    public string LikeCode { get; init; } = "";

    public string LikeTitle { get; init; } = "";

    public TaskInput Task { get; init; } = new();

    /// Where in the report: the headings and the paragraph.
    public string Place => $"{(Heading.Length > 0 ? $" {Heading}" : "")}（第{Paragraph}段）";

    internal static ProposalRow Posted(IFormCollection form, int index)
    {
        return new ProposalRow
        {
            Picked = form["pick"].Contains(index.ToString(CultureInfo.InvariantCulture)),
            Paragraph = int.TryParse(At("paragraph"), CultureInfo.InvariantCulture, out var number) ? number : 0,
            Heading = At("heading"),
            Sentence = At("sentence"),
            Why = At("why"),
            DueWords = At("dueWords"),
            LikeCode = At("likeCode"),
            LikeTitle = At("likeTitle"),
            Task = new TaskInput { Title = At("task"), Measure = At("measure"), Lead = At("lead"), Support = At("support"), Due = At("due") },
        };

        string At(string name) => index < form[name].Count ? form[name][index]?.Trim() ?? "" : "";
    }
}
