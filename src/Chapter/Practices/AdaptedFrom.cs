namespace RecoveryCoP.Chapter.Practices;

/// <summary>What a practice was adapted from: one of this chapter, or a revision of another's as that signed it.</summary>
/// <param name="Practice">The practice of this chapter; null for another community's.</param>
/// <param name="Node">The community; empty for this chapter.</param>
/// <param name="Item">The revision's signed item there, 64 hexadecimal digits; empty for this chapter.</param>
[GenerateSerializer, Immutable, Alias("adapted-from")]
public sealed record AdaptedFrom([property: Id(0)] Guid? Practice, [property: Id(1)] string Node = "", [property: Id(2)] string Item = "");
