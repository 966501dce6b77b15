using System.Collections;
using System.Text.Json;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>One thing that can be chosen: a code that is posted, stored and sent, and what it is called.</summary>
/// <param name="Value">The code, lower case with hyphens; never reused for another meaning.</param>
/// <param name="Label">What is read.</param>
/// <param name="Help">A sentence below it, in radio buttons and check boxes.</param>
public sealed record Option(string Value, Text Label, Text? Help = null);

/// <summary>Looks into a list of what can be chosen.</summary>
public static class OptionLists
{
    /// <summary>What a code is called; the code itself where a newer program knew more.</summary>
    public static Text LabelOf(this IReadOnlyList<Option> list, string code) => list.FirstOrDefault(o => o.Value == code)?.Label ?? code.AsText();

    /// <summary>True when the list has the code.</summary>
    public static bool Has(this IReadOnlyList<Option> list, string? code) => list.Any(o => o.Value == code);

    /// <summary>Those of the codes that the list has, in the list's order: the same choice is then the same, however it was ticked.</summary>
    public static IReadOnlyList<string> Chosen(this IReadOnlyList<Option> list, IReadOnlyList<string> codes) => [.. list.Select(o => o.Value).Where(codes.Contains)];
}

/// <summary>The values of an enum as they can be chosen: a value's code is its name in lower case with hyphens.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class Options<T> : IReadOnlyList<Option> where T : struct, Enum
{
    private readonly List<(T Value, Option Option)> all = [];

    /// <summary>The values, in the order in which they are offered.</summary>
    public IEnumerable<T> Values => all.Select(o => o.Value);

    /// <inheritdoc />
    public int Count => all.Count;

    /// <inheritdoc />
    public Option this[int index] => all[index].Option;

    /// <summary>Adds a value.</summary>
    public void Add(T value, Text label, Text? help = null) => all.Add((value, new Option(CodeOf(value), label, help)));

    /// <summary>The code of a value.</summary>
    public static string CodeOf(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a code; null for anything that is not in the list.</summary>
    public T? ValueOf(string? code) => all.FindIndex(o => o.Option.Value == code) is >= 0 and var index ? all[index].Value : null;

    /// <summary>What a value is called.</summary>
    public Text LabelOf(T value) => all.Single(o => o.Value.Equals(value)).Option.Label;

    /// <inheritdoc />
    public IEnumerator<Option> GetEnumerator() => all.Select(o => o.Option).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
