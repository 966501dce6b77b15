namespace RecoveryCoP.Chapter.Members;

/// <summary>Says which letters one wants, and from whom they are.</summary>
/// <param name="Actor">Who says so, for themselves.</param>
/// <param name="Declined">Codes of the kinds that are not wanted, of those that everybody gets.</param>
/// <param name="Wanted">Codes of the kinds that are wanted, of those that only who asks gets.</param>
/// <param name="NamedSender">True when the community's name may stand on them.</param>
/// <param name="FilesAttached">True when files go with them, and not only links.</param>
[GenerateSerializer, Immutable, Alias("member.choose-letters")]
public sealed record ChooseLetters(
    [property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<string> Declined, [property: Id(2)] IReadOnlyList<string> Wanted, [property: Id(3)] bool NamedSender,
    [property: Id(4)] bool FilesAttached = false) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.RefusalToSay(Actor, at) is { } refusal ? refusal
        : member.DeclinedLetters.SequenceEqual(Declined) && member.WantedLetters.SequenceEqual(Wanted) && member.HasNamedSender == NamedSender && member.HasFilesAttached == FilesAttached ? member
        : member with { DeclinedLetters = Declined, WantedLetters = Wanted, HasNamedSender = NamedSender, HasFilesAttached = FilesAttached };
}
