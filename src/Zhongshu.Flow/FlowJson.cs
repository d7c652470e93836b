using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhongshu.Flow;

/// <summary>State and events as compact JSON, without reflection.</summary>
public static class FlowJson
{
    /// <summary>The state as UTF-16 JSON.</summary>
    public static string Write(FlowState state) => JsonSerializer.Serialize(state, FlowJsonContext.Default.FlowState);

    /// <summary>One event.</summary>
    public static string Write(FlowEvent happened) => JsonSerializer.Serialize(happened, FlowJsonContext.Default.FlowEvent);

    /// <summary>The state back from <see cref="Write(FlowState)"/>.</summary>
    /// <exception cref="JsonException">The text is no stored state: a damaged row, hence a bug or a fault of the disk.</exception>
    public static FlowState ReadState(string json) =>
        JsonSerializer.Deserialize(json, FlowJsonContext.Default.FlowState) ?? throw new JsonException("No flow state.");

    /// <summary>One event back.</summary>
    /// <exception cref="JsonException">The text is no stored event.</exception>
    public static FlowEvent ReadEvent(string json) =>
        JsonSerializer.Deserialize(json, FlowJsonContext.Default.FlowEvent) ?? throw new JsonException("No flow event.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(FlowState))]
[JsonSerializable(typeof(FlowEvent))]
internal sealed partial class FlowJsonContext : JsonSerializerContext;
