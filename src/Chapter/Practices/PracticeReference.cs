namespace RecoveryCoP.Chapter.Practices;

/// <summary>Which practice, of this chapter or of any other.</summary>
/// <param name="Node">The community that shared it; empty for one of this chapter.</param>
/// <param name="Id">The practice's id there.</param>
[GenerateSerializer, Immutable, Alias("practice-reference")]
public sealed record PracticeReference([property: Id(0)] string Node, [property: Id(1)] Guid Id)
{
    /// <summary>One of this chapter.</summary>
    public static PracticeReference Own(Guid id) => new("", id);
}
