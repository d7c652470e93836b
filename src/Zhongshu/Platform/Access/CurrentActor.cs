namespace Zhongshu.Platform.Access;

/// Who this scope (one request, one job run, one command) acts for. Nobody until somebody is set.
internal sealed class CurrentActor
{
    public Actor Actor { get; set; } = Actor.Nobody;
}
