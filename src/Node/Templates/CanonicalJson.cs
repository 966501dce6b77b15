using System.Globalization;
using System.Text;

namespace RecoveryCoP.Node.Templates;

/// <summary>
/// JSON in one way of writing it, for people and for hashing. The framework's own writer escapes what its version of Unicode does not know, so that another version would
/// give another hash.
/// </summary>
internal sealed class CanonicalJson
{
    private readonly StringBuilder text = new();

    private int depth;

    private bool isFirst = true;

    /// <summary>What was written.</summary>
    public string Text => text + "\n";

    /// <summary>An object, with what is written inside it.</summary>
    public CanonicalJson Object(Action<CanonicalJson> inside)
    {
        Within('{', '}', () => inside(this));
        return this;
    }

    /// <summary>A text.</summary>
    public void Value(string name, string said) => Plain(name, Quoted(said));

    /// <summary>A number, true or false.</summary>
    public void Plain(string name, string said)
    {
        Name(name);
        text.Append(said);
    }

    /// <summary>A text in both languages.</summary>
    public void Both(string name, Bilingual said)
    {
        Name(name);
        Within('{', '}', () =>
        {
            Value("fr", said.Fr ?? "");
            Value("en", said.En ?? "");
        });
    }

    /// <summary>A list of texts, on one line.</summary>
    public void Texts(string name, IEnumerable<string> said) => Plain(name, $"[{string.Join(", ", said.Select(Quoted))}]");

    /// <summary>A list of objects.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<T> inside)
    {
        Name(name);
        Within('[', ']', () =>
        {
            foreach (var item in items)
            {
                Line();
                Within('{', '}', () => inside(item));
            }
        });
    }

    private void Name(string name)
    {
        Line();
        text.Append(Quoted(name)).Append(": ");
    }

    private void Line()
    {
        text.Append(isFirst ? "\n" : ",\n").Append(' ', 2 * depth);
        isFirst = false;
    }

    private void Within(char begin, char end, Action inside)
    {
        text.Append(begin);
        (depth, isFirst) = (depth + 1, true);
        inside();
        (depth, isFirst) = (depth - 1, false);
        text.Append('\n').Append(' ', 2 * depth).Append(end);
    }

    private static string Quoted(string said)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in said)
        {
            _ = sign switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}"),
                _ => quoted.Append(sign),
            };
        }

        return quoted.Append('"').ToString();
    }
}
