namespace Zhongshu.Typesetting.Text;

/// <summary>What it costs to break a title at each place: nothing between words, much inside one.</summary>
internal sealed class TitleWords
{
    private const double InsideWord = 40;
    private const double UnknownPlace = 8;
    private const double BesideWord = 2;
    private const double StartsWithParticle = 60;
    private const double AfterParticle = 1;
    private const double InsideFigure = 200;

    private static readonly Lazy<TitleWords> LazyStandard = new(ReadEmbedded);

    private readonly HashSet<string> _words;
    private readonly int _longest;

    public TitleWords(IEnumerable<string> words)
    {
        _words = [.. words.Where(w => w.Length > 1)];
        _longest = _words.Count == 0 ? 0 : _words.Max(w => w.Length);
    }

    public static TitleWords Standard => LazyStandard.Value;

    /// <summary>What a break inside a word costs; a title takes one more line rather than pay it.</summary>
    public static double Broken => InsideWord;

    /// <summary>These words and the names of the bodies that a document speaks of.</summary>
    public TitleWords With(OfficialDocument document)
    {
        var names = document.Head.Issuers.Concat(document.SignOff.Signatories).Concat(document.Recipients.Split(['、', '，', '；'])).Where(n => n.Length is > 1 and < 18).ToList();
        return names.Count == 0 ? this : new TitleWords(_words.Concat(names));
    }

    /// <summary>Cost of a break before each character; index 0 is unused.</summary>
    public double[] Costs(string text)
    {
        var costs = new double[text.Length + 1];
        Array.Fill(costs, UnknownPlace);
        for (var at = 0; at < text.Length;)
        {
            var length = Longest(text, at);
            if (length == 0)
            {
                at++;
                continue;
            }

            for (var i = at + 1; i < at + length; i++) costs[i] = InsideWord;
            if (costs[at] < InsideWord) costs[at] = Math.Min(costs[at], BesideWord);
            costs[at + length] = BesideWord;
            at += length;
        }

        for (var i = 1; i < text.Length; i++) costs[i] = Particle(text[i - 1], text[i], costs[i]);
        return costs;
    }

    private static double Particle(char left, char right, double cost)
    {
        if (left is ' ' or '　') return 0;
        // 2026年, 第12号, 〔2026〕12号 stay whole.
        if ((char.IsAsciiDigit(left) && right > 0x7F && right is not '《') || (left == '第' && char.IsAsciiDigit(right)) || right == '〔' || left == '〕') return InsideFigure;
        if (right is '的' or '等' or '了' && cost < InsideWord) return StartsWithParticle;
        if (left is '的' or '、' or '》' or '，' or '）') return AfterParticle;
        if (right == '《') return AfterParticle;
        return left is '和' or '与' or '及' or '或' && cost < InsideWord ? UnknownPlace + 4 : cost;
    }

    private int Longest(string text, int at)
    {
        for (var length = Math.Min(_longest, text.Length - at); length > 1; length--)
            if (_words.Contains(text.Substring(at, length))) return length;
        return 0;
    }

    private static TitleWords ReadEmbedded()
    {
        using var own = Embedded("title-words.yaml");
        var yaml = new YamlDotNet.RepresentationModel.YamlStream();
        yaml.Load(own);
        var root = (YamlDotNet.RepresentationModel.YamlMappingNode)yaml.Documents[0].RootNode;
        var words = ((YamlDotNet.RepresentationModel.YamlScalarNode)root.Children["words"]).Value ?? "";
        using var common = Embedded("common-words.txt");
        common.ReadLine();
        return new TitleWords((words + '\n' + common.ReadToEnd()).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static StreamReader Embedded(string name) => new(typeof(TitleWords).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The engine was built without {name}."));
}
