using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed class PairMapTests
{
    [Fact]
    public void Holds_what_a_dictionary_holds()
    {
        var pairs = Gen.Choose(0, 400).SelectMany(key => Gen.Choose(0, 9).Select(value => ((uint)key * 0x10001u, (uint)value)));
        Prop.ForAll(pairs.ListOf().ToArbitrary(), list =>
        {
            var (map, meant) = (new PairMap(0), new Dictionary<uint, uint>());
            foreach (var (key, value) in list)
            {
                map.Set(key, value);
                if (key != 0) meant[key] = value;
            }

            for (var key = 0u; key < 410; key++)
            {
                var held = map.TryGet(key * 0x10001u, out var value);
                held.ShouldBe(meant.TryGetValue(key * 0x10001u, out var wanted));
                map.Contains(key * 0x10001u).ShouldBe(held);
                if (held) value.ShouldBe(wanted);
            }
        }).QuickCheckThrowOnFailure();
    }
}
