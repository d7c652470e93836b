using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// What a registration must hold, whatever door it came through. Pure.
internal static class RegisterRules
{
    private const int LongestTitle = 500;
    private static readonly DateOnly Earliest = new(1949, 10, 1);

    public static Refusal? Refuses(RegisterForm form, DateTimeOffset now, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(form.Title)) return new IncomingRefusals.Missing("title", "请填写来文标题。");
        if (string.IsNullOrWhiteSpace(form.Sender)) return new IncomingRefusals.Missing("sender", "请填写来文单位。");
        if (TooLong(form) is { } tooLong) return tooLong;
        if (!Enum.IsDefined(form.Kind)) return new IncomingRefusals.UnknownCode("kind", "来文方式");
        if (!Enum.IsDefined(form.Urgency)) return new IncomingRefusals.UnknownCode("urgency", "紧急程度");
        if (form.Classification is < 0 or > 3) return new IncomingRefusals.UnknownCode("classification", "密级");
        if (form.Classification == 0 && form.SecrecyTerm.Length > 0) return new IncomingRefusals.TermWithoutClassification();
        if (form.Copies is < 1 or > 100_000) return new IncomingRefusals.OutOfRange("copies", "份数应为1至100000。");
        if (form.Pages is < 0 or > 100_000) return new IncomingRefusals.OutOfRange("pages", "页数应为0至100000。");
        if (form.DocumentDate is { } date && (date < Earliest || date > today.AddYears(1)))
            return new IncomingRefusals.OutOfRange("documentDate", $"成文日期{date:yyyy年M月d日}不合常理，请核对年份。");
        if (form.ReceivedAt is { } received && received > now.AddMinutes(5))
            return new IncomingRefusals.OutOfRange("receivedAt", "收到时间晚于现在，请核对。");
        if (form.ReceivedAt is { } early && early.Year < Earliest.Year) return new IncomingRefusals.OutOfRange("receivedAt", $"收到时间{early:yyyy年M月d日}不合常理，请核对年份。");
        if (form.AnswerBy is { } answerBy && (answerBy < Earliest || answerBy > today.AddYears(20)))
            return new IncomingRefusals.OutOfRange("answerBy", $"要求办结日期{answerBy:yyyy年M月d日}不合常理，请核对年份。");
        return null;
    }

    private static IncomingRefusals.TooLong? TooLong(RegisterForm form)
    {
        (string Field, string Name, string Value, int Most)[] fields =
        [
            ("title", "标题", form.Title, LongestTitle), ("sender", "来文单位", form.Sender, 120), ("documentNumber", "来文字号", form.DocumentNumber, 80),
            ("addressee", "主送机关", form.Addressee, 400), ("substance", "诉求实质", form.Substance, 400), ("secrecyTerm", "保密期限", form.SecrecyTerm, 20),
        ];
        foreach (var (field, name, value, most) in fields)
            if (value.Length > most) return new(field, name, value.Length, most);
        return null;
    }
}
