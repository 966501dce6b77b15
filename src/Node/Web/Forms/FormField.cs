using System.Reflection;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>What is written or chosen in a field, and so what can be wrong with it.</summary>
public enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Text of any number of lines.</summary>
    Text,

    /// <summary>One of the field's options.</summary>
    Choice,

    /// <summary>Some of the field's options.</summary>
    Checks,

    /// <summary>A box that is ticked or not.</summary>
    Tick,

    /// <summary>A whole number from <see cref="FormField.Least"/> to <see cref="FormField.Most"/>.</summary>
    Number,

    /// <summary>An https address.</summary>
    Link,

    /// <summary>A day or an hour, as browsers send them; the form says whether it is one.</summary>
    Moment,

    /// <summary>Goes along and is not seen.</summary>
    Hidden,
}

/// <summary>
/// A field of a form as data: page, validator, summary, comparison and whoever fills forms in from files read the same list of them.
/// The form itself is a record of strings whose properties have the fields' names.
/// </summary>
/// <param name="Name">The property's.</param>
/// <param name="Label">What to write there, in a few words; <c>{0}</c> stands for a row's number.</param>
/// <param name="Help">A sentence below it.</param>
public sealed record FormField(string Name, Text Label, Text? Help = null)
{
    /// <summary>What it is called where it is read, when that is not the label.</summary>
    public Text? ReadAs { get; init; }

    /// <summary>What it is called where it is read.</summary>
    public Text Heading => ReadAs ?? Label;

    /// <summary>What is written or chosen.</summary>
    public FieldKind Kind { get; init; }

    /// <summary>The code of the refusal when there is nothing; null for a field that may stay empty.</summary>
    public string? Missing { get; init; }

    /// <summary>True for a field that is not marked as optional, though another one may stand in for it.</summary>
    public bool Expected { get; init; }

    /// <summary>The most characters.</summary>
    public int Longest { get; init; } = int.MaxValue;

    /// <summary>Of a number: the least.</summary>
    public int Least { get; init; }

    /// <summary>Of a number: the most; of boxes: how many may be ticked.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What makes a line or a text acceptable, in place of the kind's own rules; what it does not accept counts as <see cref="Missing"/>.</summary>
    public Func<string, bool>? Accepts { get; init; }

    /// <summary>What can be chosen. Empty where the page has to say (<c>Choices</c>).</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Height of a text's field.</summary>
    public int Rows { get; init; } = 4;

    /// <summary>True for a choice in a closed list.</summary>
    public bool AsList { get; init; }

    /// <summary>The browser's type of a line: text, email, date, time, tel.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What the browser may fill in.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>True to stand beside the field before, where there is room.</summary>
    public bool Beside { get; init; }

    /// <summary>The language of what is written, when it is not the page's.</summary>
    public Language? Lang { get; init; }
}

/// <summary>Reads a form's values by its fields' names.</summary>
/// <typeparam name="TForm">A record of strings and lists of strings.</typeparam>
public static class FormValues<TForm>
{
    private static readonly Dictionary<string, Func<TForm, object?>> getters = typeof(TForm).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.PropertyType == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(p.PropertyType))
        .ToDictionary(p => p.Name, Getter);

    /// <summary>What was typed or chosen; null when nothing was.</summary>
    public static string? One(TForm form, string name) => getters[name](form) as string;

    /// <summary>A form with these values: strings, or lists of them.</summary>
    public static TForm With(TForm form, IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            typeof(TForm).GetProperty(name)!.SetValue(form, value);
        }

        return form;
    }

    /// <summary>What was ticked.</summary>
    public static IReadOnlyList<string> Many(TForm form, string name) => getters[name](form) is IEnumerable<string> many ? [.. many] : [];

    // Strings and lists of them are objects already: the property's own getter is the function.
    private static Func<TForm, object?> Getter(PropertyInfo property) => property.GetMethod!.CreateDelegate<Func<TForm, object?>>();
}
