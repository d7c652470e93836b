using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zhongshu.Flow.Reading;

/// <summary>One YAML mapping with its complaints: every key is asked for by name, what nobody asked for is reported.</summary>
internal sealed class Mapping(YamlMappingNode node, Action<Mark, string> complain)
{
    private readonly HashSet<string> _asked = [];

    public int Line => (int)node.Start.Line;

    public YamlNode? Node(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is not YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain } ? value : null;
    }

    public string? Text(string key)
    {
        if (Node(key) is not { } value) return null;
        if (value is YamlScalarNode scalar) return scalar.Value;
        complain(value.Start, $"“{key}”应是一个词或一句话");
        return null;
    }

    public string Required(string key, string meaning)
    {
        if (Text(key) is { Length: > 0 } text) return text;
        complain(node.Start, $"缺少“{key}”({meaning})");
        return "";
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (text is "true" or "yes") return true;
        if (text is not ("false" or "no")) Wrong(key, "只能是 true 或 false");
        return false;
    }

    public int Number(string key, int otherwise)
    {
        if (Text(key) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
        Wrong(key, "应是正整数");
        return otherwise;
    }

    public T Word<T>(string key, T otherwise, params (string Word, T Value)[] words)
    {
        if (Text(key) is not { } text) return otherwise;
        foreach (var (word, value) in words)
            if (word == text) return value;
        Wrong(key, $"“{text}”不认识，可用：{string.Join("、", words.Select(one => one.Word))}");
        return otherwise;
    }

    public IReadOnlyList<string> Texts(string key)
    {
        if (Node(key) is not { } value) return [];
        if (value is YamlScalarNode one) return [one.Value!];
        if (value is YamlSequenceNode list && list.Children.All(child => child is YamlScalarNode)) return [.. list.Children.Select(child => ((YamlScalarNode)child).Value ?? "")];
        Wrong(key, "应是词的列表");
        return [];
    }

    public List<Mapping> Mappings(string key)
    {
        var found = new List<Mapping>();
        if (Node(key) is not { } value) return found;
        if (value is not YamlSequenceNode list)
        {
            Wrong(key, "应是列表");
            return found;
        }
        foreach (var child in list.Children)
        {
            if (child is YamlMappingNode mapping) found.Add(new Mapping(mapping, complain));
            else complain(child.Start, $"“{key}”的每一项应是“键: 值”");
        }
        return found;
    }

    public Mapping? Inner(string key) => Node(key) is YamlMappingNode inner ? new Mapping(inner, complain) : null;

    public IEnumerable<string> Keys() => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public void Wrong(string key, string message) =>
        complain(node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.Start : node.Start, $"“{key}”{message}");

    /// <summary>Reports keys that nobody asked for: a misspelt key must not pass for an absent one.</summary>
    public void Finish()
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } word } || !_asked.Contains(word)) complain(key.Start, $"不认识的键“{key}”");
    }
}
