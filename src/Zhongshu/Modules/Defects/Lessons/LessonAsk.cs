namespace Zhongshu.Modules.Defects.Lessons;

/// What is looked for among the lessons.
internal static class LessonAsk
{
    public static IQueryable<Lesson> Where(IQueryable<Lesson> lessons, string scope, string kind, string words, long me)
    {
        lessons = scope switch
        {
            "mine" => lessons.Where(l => l.PersonId == me),
            "applied" => lessons.Where(l => l.AppliedOn != null),
            "raised" => lessons.Where(l => l.RaisedOn != null),
            _ => lessons,
        };
        if (kind.Length > 0) lessons = lessons.Where(l => l.Kind == kind);
        return words.Length == 0 ? lessons : lessons.Where(l => l.Title.Contains(words) || l.Text.Contains(words) || l.Applied.Contains(words));
    }
}
