namespace Zhongshu.Demo.Seeding;

/// What a document is about, and which section handles such things.
internal sealed record Subject(string Text, long LeadUnit, long SupportUnit);

/// What one seeded document says of itself.
internal sealed record SeedPaper(string Title, string Sender, string Number, DateOnly Written);

/// Invented papers of the invented city: subject, kind and sender by chance from short lists.
internal static class SeedWords
{
    private static readonly (string Name, string Mark)[] Senders =
    [
        ("岚川省人民政府办公厅", "岚政办发"), ("岚川省发展和改革委员会", "岚发改"), ("岚川省财政厅", "岚财"), ("岚川省水利厅", "岚水发"), ("岚川省交通运输厅", "岚交"),
        ("中共云岭市委办公室", "云委办"), ("云岭市财政局", "云财"), ("云岭市教育局", "云教"), ("云岭市住房和城乡建设局", "云建"), ("云岭市交通运输局", "云交"),
        ("云岭市农业农村局", "云农"), ("云岭市应急管理局", "云应急"), ("云岭市水利局", "云水"), ("云岭市卫生健康委员会", "云卫"), ("云岭市工业和信息化局", "云工信"),
        ("云岭市民政局", "云民"), ("云岭市人力资源和社会保障局", "云人社"), ("青禾县人民政府", "青政"), ("望溪县人民政府", "望政"), ("柏舟县人民政府", "柏政"),
        ("听泉区人民政府", "听政"), ("栖云区人民政府", "栖政"), ("远帆市人民政府办公室", "远政办"),
    ];

    private static readonly string[] Forms =
    [
        "关于做好{0}工作的通知", "关于{0}有关情况的报告", "关于解决{0}经费的请示", "关于{0}实施方案的请示", "关于开展{0}专项检查的通知", "关于报送{0}进展情况的函",
        "关于召开{0}推进会议的通知", "关于加强{0}管理的意见", "关于征求{0}办法意见的函", "关于{0}考核结果的通报", "关于下达{0}年度计划的通知", "关于{0}问题整改情况的报告",
    ];

    private static readonly string[] Places = ["", "", "全市", "青禾县", "望溪县", "柏舟县", "听泉区", "栖云区", "北岭片区", "清溪流域", "云岭新区", "老城片区"];

    public static readonly IReadOnlyList<Subject> Subjects =
    [
        new("老旧小区改造", 14, 13), new("农村公路养护", 14, 15), new("城市内涝治理", 14, 13), new("保障性住房建设", 14, 15), new("公共交通线路优化", 14, 13), new("河道清淤", 14, 13),
        new("高标准农田建设", 13, 14), new("春耕备耕", 13, 15), new("粮食安全责任制", 13, 15), new("防汛抗旱", 13, 14), new("乡村振兴项目库建设", 13, 15), new("动物疫病防控", 13, 14),
        new("义务教育优质均衡发展", 15, 13), new("基层卫生服务能力提升", 15, 13), new("养老服务体系建设", 15, 14), new("公共文化服务", 15, 13), new("青年就业创业", 15, 14), new("校园食品安全", 15, 13),
        new("政务信息报送", 17, 15), new("政府网站普查", 17, 15), new("政务新媒体管理", 17, 15), new("数据资源归集", 17, 15), new("政务公开年度报告", 17, 13), new("热线诉求办理", 17, 15),
    ];

    private static readonly string[] Doings = ["完成{0}年度任务", "解决{0}中的突出问题", "推进{0}按期开工", "落实{0}配套资金", "整改{0}检查发现的问题", "加快{0}进度"];

    /// What is to be done, as an item under supervision says it.
    public static string Task(Random chance) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Doings[chance.Next(Doings.Length)], Places[chance.Next(Places.Length)] + Subjects[chance.Next(Subjects.Count)].Text);

    public static SeedPaper Paper(Random chance, Subject subject, DateOnly came, int serial)
    {
        var (sender, mark) = Senders[chance.Next(Senders.Length)];
        var place = Places[chance.Next(Places.Length)];
        // A county does not write of another county.
        if (place.Length > 0 && place[^1] is '县' or '区' && sender.StartsWith(place, StringComparison.Ordinal) == false && sender.EndsWith("人民政府", StringComparison.Ordinal)) place = "";
        var written = came.AddDays(-chance.Next(1, 6));
        return new SeedPaper(string.Format(System.Globalization.CultureInfo.InvariantCulture, Forms[chance.Next(Forms.Length)], place + subject.Text), sender, $"{mark}〔{written.Year}〕{serial}号", written);
    }
}
