using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zhongshu.Platform.Rules.Reading;

/// One YAML text as a mapping, or the fault in Chinese.
internal static class YamlFile
{
    public static YamlMappingNode? Mapping(string text, Faults faults)
    {
        if (Root(text, faults) is not { } root) return null;
        if (root is YamlMappingNode mapping) return mapping;
        faults.Add(1, "文件开头应为“字段: 内容”的形式。");
        return null;
    }

    public static YamlNode? Root(string text, Faults faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1) return stream.Documents[0].RootNode;
            faults.Add(1, stream.Documents.Count == 0 ? "文件是空的。" : "一个文件只能有一份 YAML，请去掉多余的“---”。");
        }
        catch (YamlException broken)
        {
            faults.Add((int)broken.Start.Line, broken.Message.Contains("uplicate key", StringComparison.Ordinal)
                ? "同一条目里有重名的字段，请删去一个。"
                : "YAML 写法有误，请检查缩进、冒号后的空格和成对的引号。");
        }
        return null;
    }
}
