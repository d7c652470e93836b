using System.Globalization;

namespace Zhongshu.Flow.Conditions;

/// <summary>Recursive descent over the token list; nesting is bounded so that no text overflows the stack.</summary>
internal sealed class ConditionParser(string source, Func<string, bool> isField)
{
    private const int DeepestNesting = 64;

    private List<Token> _tokens = [];
    private int _at;
    private int _depth;
    private ConditionError? _error;

    public HashSet<string> Fields { get; } = [];

    private Token Now => _tokens[_at];

    public Node? Parse(out ConditionError? error)
    {
        _tokens = Lexer.Read(source, out error);
        if (error is not null) return null;
        var root = ReadOr();
        if (_error is null && Now.Kind != TokenKind.End) Fail($"此处多出“{Now.Text}”，前面的条件已经完整");
        error = _error;
        return error is null ? root : null;
    }

    private Node ReadOr()
    {
        var left = ReadAnd();
        while (_error is null && TakeWord("or")) left = new Or(left, ReadAnd());
        return left;
    }

    private Node ReadAnd()
    {
        var left = ReadNot();
        while (_error is null && TakeWord("and")) left = new And(left, ReadNot());
        return left;
    }

    private Node ReadNot()
    {
        if (++_depth > DeepestNesting) Fail("条件嵌套过深，请拆分");
        var node = _error is null && TakeWord("not") ? new Not(ReadNot()) : ReadComparison();
        _depth--;
        return node;
    }

    private Node ReadComparison()
    {
        var left = ReadValue();
        if (_error is not null) return left;
        if (Now.Kind == TokenKind.Sign && Now.Text is "==" or "!=" or "<" or "<=" or ">" or ">=")
        {
            var sign = Now.Text;
            _at++;
            return new Comparison(sign, left, ReadValue());
        }
        if (TakeWord("in")) return new Within(left, ReadList());
        if (Now is { Kind: TokenKind.Word, Text: "not" } && _tokens[_at + 1] is { Kind: TokenKind.Word, Text: "in" })
        {
            _at += 2;
            return new Not(new Within(left, ReadList()));
        }
        return left;
    }

    private Node[] ReadList()
    {
        if (!TakeSign("[")) return [ReadValue()];
        var list = new List<Node>();
        if (TakeSign("]")) return [];
        do list.Add(ReadValue());
        while (_error is null && TakeSign(","));
        if (_error is null && !TakeSign("]")) Fail("列表缺少右方括号“]”");
        return [.. list];
    }

    private Node ReadValue()
    {
        var token = Now;
        if (_error is not null) return new Constant(default);
        switch (token.Kind)
        {
            case TokenKind.Text:
                _at++;
                return new Constant(token.Text);
            case TokenKind.Number:
                _at++;
                return new Constant(decimal.Parse(token.Text, CultureInfo.InvariantCulture));
            case TokenKind.Word when token.Text is not ("and" or "or" or "not" or "in"):
                _at++;
                return Word(token.Text);
            case TokenKind.Sign when token.Text == "(":
                _at++;
                var inner = ReadOr();
                if (_error is null && !TakeSign(")")) Fail("缺少右括号“)”");
                return inner;
            default:
                Fail(token.Kind == TokenKind.End ? "条件没有写完，此处应有字段或取值" : $"此处应有字段或取值，却是“{token.Text}”");
                return new Constant(default);
        }
    }

    private Node Word(string word)
    {
        if (isField(word))
        {
            Fields.Add(word);
            return new Field(word);
        }
        return new Constant(word switch { "true" or "是" => true, "false" or "否" => false, "empty" or "空" => default, _ => word });
    }

    private bool TakeWord(string word) => Take(TokenKind.Word, word);

    private bool TakeSign(string sign) => Take(TokenKind.Sign, sign);

    private bool Take(TokenKind kind, string text)
    {
        if (Now.Kind != kind || Now.Text != text) return false;
        _at++;
        return true;
    }

    private void Fail(string message) => _error ??= new ConditionError(Now.Line, Now.Column, message);
}
