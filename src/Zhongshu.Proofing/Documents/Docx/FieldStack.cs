namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>Open complex fields; text between begin and separate is the instruction, not what a reader sees.</summary>
internal sealed class FieldStack
{
    private readonly List<bool> _inInstruction = [];

    public bool InInstruction => _inInstruction.Contains(true);

    public void Mark(string? type)
    {
        switch (type)
        {
            case "begin":
                _inInstruction.Add(true);
                break;
            case "separate" when _inInstruction.Count > 0:
                _inInstruction[^1] = false;
                break;
            case "end" when _inInstruction.Count > 0:
                _inInstruction.RemoveAt(_inInstruction.Count - 1);
                break;
        }
    }

    /// <summary>A field that never reaches its result must not swallow the rest of the document.</summary>
    public void EndParagraph() => _inInstruction.RemoveAll(open => open);
}
