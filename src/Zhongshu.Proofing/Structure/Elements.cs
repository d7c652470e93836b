using System.Text.RegularExpressions;

namespace Zhongshu.Proofing.Structure;

/// <summary>The written forms of the elements of a document (GB/T 9704-2012 §7), matched on lines without blanks unless said.</summary>
internal static partial class Elements
{
    /// <summary>Words that a title ends with besides the kinds that have a member of <see cref="DocumentKind"/>.</summary>
    private const string TitleEnds =
        "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|讲话|讲话稿|发言|致辞|方案|预案|简报|信息|总结|计划|规划|要点|规定|办法|细则|条例|规则|制度|章程|准则|纲要|提纲|汇报|说明|解释|建议|提案|答复|名单|清单|目录|议程|倡议书|承诺书|责任书|通知书|专报|快报|摘要|抄清|标准|规范|指南|手册|须知|公约|台账|情况|日程|安排";

    [GeneratedRegex(@"^(?<code>[\p{L}\d（）()·]{1,24}?)[〔\[【（(﹝［〖](?<year>\d{4})[〕\]】）)﹞］〗](?<rest>第?(?<n>\d{1,5})号)")]
    public static partial Regex DocumentNumber();

    [GeneratedRegex(@"^(?:[（(]?(?:总)?第(?<n>\d{1,5})[号期][）)]?|\d{4}年第\d{1,4}期(?:[（(]总第?\d{1,5}期[）)])?|[〔\[]\d{4}[〕\]]\d{1,4}号?)$")]
    public static partial Regex IssueNumber();

    [GeneratedRegex(@"^(?<word>绝密|机密|秘密)(?:[★☆*＊](?<term>.{0,12}))?$")]
    public static partial Regex Classification();

    [GeneratedRegex(@"^(?:紧急程度[:：])?(?<word>特急|加急|特提|平急|急件)$")]
    public static partial Regex Urgency();

    [GeneratedRegex(@"^(?:份号[:：]?)?(?<!\d)\d{6}$")]
    public static partial Regex CopyNumber();

    [GeneratedRegex(@"签发人(?:[:：]|(?=\s))\s*(?<names>[\p{IsCJKUnifiedIdeographs}·、，,\s]{2,60})")]
    public static partial Regex Signer();

    [GeneratedRegex($"(?:{TitleEnds})(?:[（(〔][^）)〕]{{1,20}}[）)〕])*$")]
    public static partial Regex TitleEnd();

    [GeneratedRegex(@"^[\p{L}（）()·]{2,40}?(?<tail>文件|会议纪要|办公会纪要|纪要|简报|动态|专报|信息|公报|命令|令|通报)$")]
    public static partial Regex IssuerMark();

    [GeneratedRegex(@"(?:人民政府|政府|委员会|办公室|办公厅|常委会|工委|党组|党委|县委|市委|省委|区委|州委|政协|人大|法院|检察院|委|局|厅|部|院|署|会|处|室|中心|集团|公司|大学|学院|学校|医院|银行|指挥部|领导小组|站|所|队|社|馆|台|联)$")]
    public static partial Regex Body();

    /// <summary>What stands before the colon of an addressee: 各市人民政府，省直各单位.</summary>
    [GeneratedRegex(@"^各(?!位).{0,200}$|(?:人民政府|政府|委员会|办公室|办公厅|常委会|工委|党组|党委|县委|市委|省委|区委|政协|人大|委|局|厅|部|院|署|会|处|科|室|中心|集团|公司|大学|学院|学校|中学|小学|医院|银行|指挥部|领导小组|站|所|队|社|馆|单位|机构|机关|团体|企业|成员|部门|市|县|区|省|乡|镇|街道|办)$")]
    public static partial Regex AddresseeEnd();

    /// <summary>The rest of a title broken after a word that ends titles too.</summary>
    [GeneratedRegex($"^[的》”及和等（]|^关于.*(?:{TitleEnds})$")]
    public static partial Regex TitleRest();

    [GeneratedRegex(@"^(?<org>.{2,60}?)(?:编印|编|主办)?(?<date>\d{4}年\d{1,2}月\d{1,2}日)$")]
    public static partial Regex EditorAndDate();

    [GeneratedRegex(@"^[（(].{0,60}(?:年.{1,3}月|通过|修订|发布|印发|批准).{0,60}[）)]$")]
    public static partial Regex TitleRemark();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十百\d]+[章节编]|[一二三四五六七八九十百]{1,4}、)")]
    public static partial Regex Heading1();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十百]{1,4}[）)]")]
    public static partial Regex Heading2();

    [GeneratedRegex(@"^\d{1,3}[.．、](?!\d)")]
    public static partial Regex Heading3();

    [GeneratedRegex(@"^[（(]\d{1,3}[）)]")]
    public static partial Regex Heading4();

    [GeneratedRegex(@"^附件?[:：](?<rest>.+)$")]
    public static partial Regex AttachmentNote();

    [GeneratedRegex(@"^附件?(?:[一二三四五六七八九十]{1,3}|\d{1,3})?[:：]?$")]
    public static partial Regex AttachmentLabel();

    [GeneratedRegex(@"^附件(?:[一二三四五六七八九十]{1,3}|\d{1,3})[:：]?.{0,60}$")]
    public static partial Regex AttachmentLabelWithName();

    [GeneratedRegex(@"^(?:[（(]?\d{1,3}[）).．、])(?<name>.+)$")]
    public static partial Regex NumberedName();

    [GeneratedRegex(@"^(?:抄送|抄报|分送|发送|报送|主送|送)[:：](?<names>.*)$")]
    public static partial Regex CopyTo();

    [GeneratedRegex(@"^(?<org>.{0,60}?)(?<date>[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日)印(?:发|制)?。?$")]
    public static partial Regex Printing();

    [GeneratedRegex(@"(?:如下|以下|包括|即|是|有|做到|要求|认为|指出|强调|规定)[:：]$")]
    public static partial Regex LeadIn();
}
