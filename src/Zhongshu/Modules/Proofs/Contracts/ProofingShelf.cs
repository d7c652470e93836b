using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Modules.Proofs.Contracts;

/// The engine's rules and model, opened at the first check and shared by all; and the gate that keeps large texts from taking every core at once.
internal sealed class ProofingShelf(OfficeSettings settings) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Lazy<RulePipeline> _rules = new(() => RulePipeline.Load(Folder(settings)));
    private readonly Lazy<ContextModel?> _model = new(() => Path.Combine(Folder(settings), "context-model.bin") is var file && File.Exists(file) ? ContextModel.Open(file) : null);
    private readonly SemaphoreSlim _gate = new(Math.Max(2, Environment.ProcessorCount));

    public RulePipeline Rules => _rules.Value;

    /// Null where the deployment left the model out: every check is then the fast one.
    public ContextModel? Model => _model.Value;

    /// Null when the wait was too long.
    public async Task<IDisposable?> EnterAsync(CancellationToken cancel) => await _gate.WaitAsync(Longest, cancel) ? new Pass(_gate) : null;

    public void Dispose()
    {
        if (_model is { IsValueCreated: true, Value: { } model }) model.Dispose();
        _gate.Dispose();
    }

    private static string Folder(OfficeSettings settings) => Path.Combine(settings.RulesFolder, "proofing");

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
