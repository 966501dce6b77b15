namespace RecoveryCoP.Node.Operations;

/// <summary>Done, or refused for one reason or several. Failure is a value: an exception is a bug or an outage.</summary>
/// <param name="Refusals">Empty when done.</param>
[GenerateSerializer, Immutable, Alias("result")]
public sealed record Result([property: Id(0)] IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Done, with nothing to say.</summary>
    public static Result Done { get; } = new([]);

    /// <summary>True when nothing was refused.</summary>
    public bool Succeeded => Refusals.Count == 0;

    /// <summary>True when somebody else was first.</summary>
    public bool IsStale => Refusals.Any(r => r.IsStale);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Result(Refusal refusal) => new([refusal]);

    /// <summary>Refused for several reasons.</summary>
    public static Result Refused(IEnumerable<Refusal> refusals) => new([.. refusals]);
}

/// <summary>A value, or the reasons why there is none.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
/// <param name="Value">The value; null exactly when refused.</param>
/// <param name="Refusals">Empty when there is a value.</param>
[GenerateSerializer, Immutable, Alias("result-of")]
public sealed record Result<T>([property: Id(0)] T? Value, [property: Id(1)] IReadOnlyList<Refusal> Refusals) where T : class
{
    /// <summary>True when there is a value.</summary>
    public bool Succeeded => Refusals.Count == 0;

    /// <summary>The same without its value.</summary>
    public Result WithoutValue => new(Refusals);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new(null, [refusal]);

    /// <summary>Refused for several reasons.</summary>
    public static Result<T> Refused(IEnumerable<Refusal> refusals) => new(null, [.. refusals]);
}
