using System.Globalization;
using System.Text;

namespace Zhongshu.Modules.IncomingDocuments.Receive;

/// What a letter of return speaks of.
internal sealed record ReturnFacts(string Sender, string Title, string DocumentNumber, string Office, DateOnly Day, string Handler);

/// 退文函: the reasons with their clauses, and how to put each right (M1-B39). A draft: the person words it finally. Pure.
internal static class ReturnLetter
{
    public static string Draft(ReturnFacts facts, IReadOnlyList<ReturnReason> reasons)
    {
        var number = facts.DocumentNumber.Length > 0 ? $"（{facts.DocumentNumber}）" : "";
        var letter = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{facts.Sender}：\n　　你单位报送的《{facts.Title}》{number}收悉。经审核，存在以下问题：\n");
        for (var i = 0; i < reasons.Count; i++)
            letter.Append(CultureInfo.InvariantCulture, $"　　{i + 1}.{reasons[i].Reason}（《党政机关公文处理工作条例》{reasons[i].Article}）。{reasons[i].Advice}\n");
        if (reasons.Count == 0) letter.Append("　　1.\n");
        letter.Append(CultureInfo.InvariantCulture, $"　　现将原件退回，请按上述意见修改后重新报送。联系人：{facts.Handler}。\n{facts.Office}\n{facts.Day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)}");
        return letter.ToString();
    }
}
