namespace RecoveryCoP.Chapter.Members;

/// <summary>Says which letters one does not want.</summary>
/// <param name="Actor">Who says so, for themselves.</param>
/// <param name="Declined">Codes of their kinds, all of them.</param>
[GenerateSerializer, Immutable, Alias("member.choose-letters")]
public sealed record ChooseLetters([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<string> Declined) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.RefusalToSay(Actor, at) is { } refusal ? refusal
        : member.DeclinedLetters.SequenceEqual(Declined) ? member
        : member with { DeclinedLetters = Declined };
}
