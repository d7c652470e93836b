using System.Globalization;
using YamlDotNet.RepresentationModel;
using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules.Reading;

/// One year of the official arrangement with the notice it comes from.
internal sealed record CalendarYear(YearArrangement Arrangement, string Source, string Page, DateOnly? Date);

/// A calendar file: the days off and make-up workdays of one year, named after the year.
internal static class CalendarFile
{
    public static CalendarYear? Read(string text, Faults faults)
    {
        if (YamlFile.Mapping(text, faults) is not { } root) return null;
        var before = faults.Problems.Count;
        var fields = new Fields(root, "", faults);
        var year = (int)(fields.Number("year") ?? 0);
        if (Path.GetFileNameWithoutExtension(faults.File) != year.ToString(CultureInfo.InvariantCulture))
            fields.Fault("year", "文件名应与“year”一致，如 2026.yaml。");
        var status = fields.Required("status", "published 已公布，unpublished 未公布");
        if (status.Length > 0 && status is not ("published" or "unpublished")) fields.Fault("status", "“status”应为 published 或 unpublished。");
        var published = status == "published";
        var source = published ? fields.Required("source", "放假通知的名称") : fields.Text("source") ?? "";
        var page = fields.Text("page") ?? "";
        var date = fields.Date("date");
        fields.Text("note");
        var holidays = new List<Holiday>();
        var makeUps = new List<MakeUpWorkday>();
        foreach (var node in fields.Sequence("holidays")) ReadHoliday(node, holidays, makeUps, faults);
        fields.Close();
        if (faults.Problems.Count > before) return null;
        var arrangement = new YearArrangement(year, published, holidays, makeUps);
        foreach (var problem in arrangement.Problems()) faults.Add(fields.LineOf("holidays"), problem + "，请对照通知原文核对。");
        return faults.Problems.Count > before ? null : new CalendarYear(arrangement, source, page, date);
    }

    private static void ReadHoliday(YamlNode node, List<Holiday> holidays, List<MakeUpWorkday> makeUps, Faults faults)
    {
        if (node is not YamlMappingNode mapping)
        {
            faults.Add((int)node.Start.Line, "节日应由“字段: 内容”组成。");
            return;
        }
        var fields = new Fields(mapping, "", faults);
        var name = fields.Required("name", "节日名称");
        fields.Required("from", "放假第一天");
        fields.Required("to", "放假最后一天");
        var (from, to) = (fields.Date("from"), fields.Date("to"));
        foreach (var day in fields.Sequence("work"))
        {
            if (day is YamlScalarNode { Value: { } text }
                && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                makeUps.Add(new MakeUpWorkday(name, date));
            else faults.Add((int)day.Start.Line, "调休上班日应为日期，写作 2026-01-04。");
        }
        fields.Close();
        if (from is { } first && to is { } last) holidays.Add(new Holiday(name, first, last));
    }
}
