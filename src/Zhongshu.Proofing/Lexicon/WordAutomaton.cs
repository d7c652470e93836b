using System.Runtime.CompilerServices;

namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// Aho-Corasick over UTF-16 units. Transitions of the root stand in a dense row, those of the other states in one
/// open-addressing table keyed by state and unit, so that a unit costs one probe on ordinary text.
/// </summary>
internal sealed class WordAutomaton
{
    private readonly int[] root = new int[char.MaxValue + 1];
    private readonly int[] failure;
    private readonly int[] word;        // the word that ends in a state, -1 for none
    private readonly int[] nextWord;    // nearest state on the failure path that ends a word, 0 for none
    private readonly int[] depth;
    private readonly ulong[] keys;      // 0 is empty: no edge leaves the root through this table
    private readonly int[] targets;
    private readonly int mask;

    private WordAutomaton(IReadOnlyList<string> words)
    {
        var length = 1;
        foreach (var text in words) length += text.Length;
        failure = new int[length];
        word = new int[length];
        nextWord = new int[length];
        depth = new int[length];
        Array.Fill(word, -1);
        var slots = 64;
        while (slots < length * 2) slots <<= 1;
        keys = new ulong[slots];
        targets = new int[slots];
        mask = slots - 1;
        Link(Grow(words));
    }

    /// <summary>Builds the automaton; the index in <paramref name="words"/> is what a match carries. Words are distinct and not empty.</summary>
    public static WordAutomaton Build(IReadOnlyList<string> words) => new(words);

    /// <summary>Finds every occurrence of every word, in order of its end.</summary>
    public void Find(string text, List<WordMatch> matches)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = state == 0 ? root[text[i]] : Step(state, text[i]);
            if (state == 0) continue;
            for (var s = word[state] >= 0 ? state : nextWord[state]; s != 0; s = nextWord[s])
                matches.Add(new WordMatch(word[s], i + 1 - depth[s], i + 1));
        }
    }

    private int Step(int state, char unit)
    {
        while (state != 0)
        {
            var target = Edge(state, unit);
            if (target != 0) return target;
            state = failure[state];
        }

        return root[unit];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Edge(int state, char unit)
    {
        var key = ((ulong)(uint)state << 16) | unit;
        for (var slot = Slot(key); keys[slot] != 0; slot = (slot + 1) & mask)
            if (keys[slot] == key) return targets[slot];
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & mask;

    private List<(int Parent, char Unit, int State)> Grow(IReadOnlyList<string> words)
    {
        var edges = new List<(int Parent, char Unit, int State)>();
        var states = 1;
        for (var index = 0; index < words.Count; index++)
        {
            var state = 0;
            foreach (var unit in words[index])
            {
                var next = state == 0 ? root[unit] : Edge(state, unit);
                if (next == 0)
                {
                    next = states++;
                    depth[next] = depth[state] + 1;
                    edges.Add((state, unit, next));
                    Put(state, unit, next);
                }

                state = next;
            }

            word[state] = index;
        }

        edges.Sort((a, b) => depth[a.State] - depth[b.State]);
        return edges;
    }

    private void Put(int state, char unit, int target)
    {
        if (state == 0)
        {
            root[unit] = target;
            return;
        }

        var key = ((ulong)(uint)state << 16) | unit;
        var slot = Slot(key);
        while (keys[slot] != 0) slot = (slot + 1) & mask;
        keys[slot] = key;
        targets[slot] = target;
    }

    private void Link(List<(int Parent, char Unit, int State)> edges)
    {
        foreach (var (parent, unit, state) in edges)
        {
            failure[state] = parent == 0 ? 0 : Step(failure[parent], unit);
            nextWord[state] = word[failure[state]] >= 0 ? failure[state] : nextWord[failure[state]];
        }
    }
}

/// <summary>A word found in a text.</summary>
internal readonly record struct WordMatch(int Word, int Start, int End);
