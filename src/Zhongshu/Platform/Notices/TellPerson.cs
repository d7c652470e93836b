using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Notices;

/// One person is told one thing, with the save of the act that tells it.
internal static class TellPerson
{
    public static void Tell(this Office office, long person, string kind, string text) =>
        office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, Kind = kind, At = office.Now, Text = Notice.Fit(text) });
}
