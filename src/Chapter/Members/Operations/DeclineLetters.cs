namespace RecoveryCoP.Chapter.Members;

/// <summary>Ends letters of one kind, and leaves the others as they were chosen.</summary>
/// <param name="Actor">Who does, for themselves.</param>
/// <param name="Kind">Code of the kind.</param>
[GenerateSerializer, Immutable, Alias("member.decline-letters")]
public sealed record DeclineLetters([property: Id(0)] Actor Actor, [property: Id(1)] string Kind) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.RefusalToSay(Actor, at) is { } refusal ? refusal
        : member.DeclinedLetters.Contains(Kind) && !member.WantedLetters.Contains(Kind) ? member
        : member with { DeclinedLetters = [.. member.DeclinedLetters.Except([Kind]), Kind], WantedLetters = [.. member.WantedLetters.Except([Kind])] };
}
