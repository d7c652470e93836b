namespace Zhongshu.Platform.Access;

/// What a page or endpoint asks of the actor. An endpoint that carries neither this nor OpenToStrangers is refused to everybody.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RequiresAttribute(params string[] anyOf) : Attribute
{
    /// Any signed-in person.
    public const string SignedIn = "";

    public IReadOnlyList<string> AnyOf { get; } = anyOf;

    public bool Admits(Actor actor) => actor.SeesAll || (actor.IsSignedIn && (AnyOf.Count == 0 || AnyOf.Any(p => p.Length == 0 || actor.May(p))));
}

/// Open to anybody: the sign-in page, health, static files.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenToStrangersAttribute : Attribute;

internal static class RequiresRoutes
{
    public static TBuilder Requires<TBuilder>(this TBuilder builder, params string[] anyOf) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new RequiresAttribute(anyOf));

    public static TBuilder OpenToStrangers<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new OpenToStrangersAttribute());
}
