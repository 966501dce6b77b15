namespace RecoveryCoP.Node.Rules;

/// <summary>Done, or refused for one reason or several. Failure is a value: an exception is a bug or an outage.</summary>
/// <param name="Problems">Empty when done.</param>
[GenerateSerializer, Immutable, Alias("outcome")]
public sealed record Outcome([property: Id(0)] IReadOnlyList<Problem> Problems)
{
    /// <summary>Done, with nothing to say.</summary>
    public static Outcome Done { get; } = new([]);

    /// <summary>True when nothing was refused.</summary>
    public bool Succeeded => Problems.Count == 0;

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Outcome(Problem problem) => new([problem]);

    /// <summary>Refused for several reasons.</summary>
    public static Outcome Refused(IEnumerable<Problem> problems) => new([.. problems]);
}

/// <summary>A value, or the reasons why there is none.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
/// <param name="Value">The value; null exactly when refused.</param>
/// <param name="Problems">Empty when there is a value.</param>
[GenerateSerializer, Immutable, Alias("outcome-of")]
public sealed record Outcome<T>([property: Id(0)] T? Value, [property: Id(1)] IReadOnlyList<Problem> Problems) where T : class
{
    /// <summary>True when there is a value.</summary>
    public bool Succeeded => Problems.Count == 0;

    /// <summary>The same without its value.</summary>
    public Outcome WithoutValue => new(Problems);

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, []);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(null, [problem]);

    /// <summary>Refused for several reasons.</summary>
    public static Outcome<T> Refused(IEnumerable<Problem> problems) => new(null, [.. problems]);
}
