using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Zhongshu.Tests.Access;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.BadInput;

/// Programs that leave out part of a row in a list: told so in words, and never a fault.
public sealed class LeftOutTests : IAsyncLifetime
{
    private static readonly NullabilityInfoContext Nullability = new();
    private TestOffice _office = null!;

    public async Task InitializeAsync() => _office = await TestOffice.StartAsync();

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public void of_whatever_record_a_program_sends_nothing_is_null_that_may_not_be()
    {
        var json = _office.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var records = Sent().SelectMany(e => WithRows(e.Type)).Distinct().ToList();
        var faults = new List<string>();
        foreach (var record in records)
        {
            object? read = null;
            try
            {
                read = JsonSerializer.Deserialize("{}", record, json);
            }
            catch (JsonException)
            {
                // Refused before anything reads it.
            }

            foreach (var property in Properties(record))
                if (read is not null && !property.PropertyType.IsValueType && Nullability.Create(property).ReadState == NullabilityState.NotNull && property.GetValue(read) is null) faults.Add($"{record}.{property.Name}");
        }

        records.Count.ShouldBeGreaterThan(80);
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task a_row_without_its_texts_and_a_row_that_is_null_are_answered_in_words_on_every_route_that_takes_rows()
    {
        var code = await EveryPage.RegisterAsync(_office);
        var (faults, sent) = (new List<string>(), 0);
        var table = AccessTable.Read();
        foreach (var (method, endpoint, type) in Sent())
        {
            var (name, bodies) = (AccessTable.NameOf((method, endpoint)), Bodies(type).ToList());
            if (bodies.Count == 0) continue;
            var who = table[name] is "office" or "signed-in" ? "director" : table[name].Split(' ')[0];
            var client = await _office.TokenAsync(who);
            var path = name.Contains("{code}", StringComparison.Ordinal) ? endpoint.RoutePattern.RawText!.Replace("{code}", code, StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal) : AccessTable.PathOf(endpoint);
            foreach (var body in bodies)
            {
                _office.Clock.Advance(TimeSpan.FromSeconds(1));
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
                using var answer = await client.SendAsync(request);
                var said = await answer.Content.ReadAsStringAsync();
                sent++;
                if ((int)answer.StatusCode >= 500 || ((int)answer.StatusCode >= 400 && !EveryPage.Speaks(said))) faults.Add($"{name} with {body}: {(int)answer.StatusCode} {said[..Math.Min(200, said.Length)]}");
            }
        }

        sent.ShouldBeGreaterThan(30);
        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private IEnumerable<(string Method, RouteEndpoint Endpoint, Type Type)> Sent() =>
        from e in AccessTable.Endpoints(_office)
        where e.Method is "POST" or "PUT" or "PATCH" && AccessTable.PathOf(e.Endpoint).StartsWith("/api/", StringComparison.Ordinal)
        let type = e.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType
        where type is not null && (IsOurs(type) || RowOf(type) is not null)
        select (e.Method, e.Endpoint, type);

    /// Bodies of which everything holds something but what stands in their rows: rows that are empty, and rows that are null.
    private static IEnumerable<string> Bodies(Type type)
    {
        if (RowOf(type) is { } own)
        {
            if (IsOurs(own)) yield return "[{}]";
            yield return "[null]";
            yield break;
        }

        foreach (var row in Properties(type).Where(p => RowOf(p.PropertyType) is { IsValueType: false }))
        {
            if (IsOurs(RowOf(row.PropertyType)!)) yield return Body(type, row, new JsonObject());
            yield return Body(type, row, null);
        }
    }

    private static string Body(Type type, PropertyInfo row, JsonNode? inRow)
    {
        var body = new JsonObject();
        foreach (var property in Properties(type))
            if (property == row) body[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = new JsonArray(inRow);
            else if (property.PropertyType == typeof(string)) body[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = "2026-11-23";
        return body.ToJsonString();
    }

    /// The record itself and those in its rows and fields.
    private static IEnumerable<Type> WithRows(Type type) => RowOf(type) is { } row ? WithRows(row) : !IsOurs(type) ? [] : Properties(type).SelectMany(p => WithRows(p.PropertyType)).Prepend(type);

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0);

    private static Type? RowOf(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType && type.GetGenericArguments() is [var row] ? row : null;

    private static bool IsOurs(Type type) => type.IsClass && type.Namespace?.StartsWith("Zhongshu", StringComparison.Ordinal) == true;
}
