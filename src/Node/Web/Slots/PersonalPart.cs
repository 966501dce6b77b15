using System.Runtime.CompilerServices;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Web.Slots;

/// <summary>One list of what is kept of a person: a document for machines, a table for spreadsheets and a section to read are all made of it.</summary>
/// <param name="Name">Of its files, without what they end with.</param>
/// <param name="Title">What it is.</param>
public abstract record PersonalPart(string Name, Text Title)
{
    /// <summary>The most rows that one part gives: nobody has as many, and a download must come to an end.</summary>
    public const int MostRows = 50_000;

    /// <summary>What a row has: the name of each value for machines, and what it is called.</summary>
    public abstract IReadOnlyList<(string Name, Text Label)> Columns { get; }

    /// <summary>The rows' values, in the order of the columns; read again for each form that they are written in.</summary>
    public abstract IAsyncEnumerable<IReadOnlyList<object?>> Rows(CancellationToken cancellationToken);
}

/// <summary>A part whose rows come from records.</summary>
/// <param name="Name">Of its files.</param>
/// <param name="Title">What it is.</param>
/// <param name="Source">The records.</param>
/// <param name="Values">
/// What of a record is given: text, a number, yes or no, a moment, a day, a list of texts, a <see cref="Coded"/> choice or a list of them, or the <see cref="Link"/> of a page; null where there is none.
/// </param>
public sealed record PersonalPart<T>(string Name, Text Title, Func<CancellationToken, IAsyncEnumerable<T>> Source, params IReadOnlyList<PersonalValue<T>> Values) : PersonalPart(Name, Title)
{
    /// <summary>The same, of a list that is read at once.</summary>
    public PersonalPart(string name, Text title, Func<CancellationToken, Task<IReadOnlyList<T>>> source, params IReadOnlyList<PersonalValue<T>> values)
        : this(name, title, cancel => OneByOne(source, cancel), values)
    {
    }

    /// <inheritdoc />
    public override IReadOnlyList<(string Name, Text Label)> Columns => [.. Values.Select(v => (v.Name, v.Label))];

    /// <inheritdoc />
    public override async IAsyncEnumerable<IReadOnlyList<object?>> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in Source(cancellationToken).Take(MostRows).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return [.. Values.Select(v => v.Of(row))];
        }
    }

    private static async IAsyncEnumerable<T> OneByOne(Func<CancellationToken, Task<IReadOnlyList<T>>> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await source(cancellationToken).ConfigureAwait(false))
        {
            yield return row;
        }
    }
}

/// <summary>A value that every row of a part has.</summary>
/// <param name="Name">For machines: lower camel case, never reused for another meaning.</param>
/// <param name="Label">For people.</param>
/// <param name="Of">The value.</param>
public sealed record PersonalValue<T>(string Name, Text Label, Func<T, object?> Of);

/// <summary>Something chosen from a list: the code is what is stored, the words are what was read.</summary>
public sealed record Coded(string Code, Text Words)
{
    /// <summary>One of a list of choices.</summary>
    public static Coded Of(IReadOnlyList<Option> list, string code) => new(code, list.LabelOf(code));

    /// <summary>One of the values of an enum.</summary>
    public static Coded Of<T>(Options<T> list, T value) where T : struct, Enum => new(Options<T>.CodeOf(value), list.LabelOf(value));

    /// <summary>A language that people write in.</summary>
    public static Coded InLanguage(string code) => Of(languages, code);

    private static readonly IReadOnlyList<Option> languages = [new("fr", new("Français", "French")), new("en", new("Anglais", "English"))];
}

/// <summary>What values of many parts are called.</summary>
public static class PersonalLabels
{
    /// <summary>A moment.</summary>
    public static Text When => new("Quand", "When");

    /// <summary>The page of what a row speaks of.</summary>
    public static Text Page => new("Page", "Page");

    /// <summary>The language that something is written in.</summary>
    public static Text Language => new("Langue", "Language");
}

/// <summary>A page of this node.</summary>
public sealed record Link(Text Path);
