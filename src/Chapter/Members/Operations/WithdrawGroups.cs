namespace RecoveryCoP.Chapter.Members;

/// <summary>Takes the declared groups back, and the consent with them; that there was one, and until when, stays.</summary>
/// <param name="Actor">Who takes them back, for themselves.</param>
[GenerateSerializer, Immutable, Alias("member.withdraw-groups")]
public sealed record WithdrawGroups([property: Id(0)] Actor Actor) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        Member.RefusalFor(Actor, at) is { } refusal ? refusal
        : member.ConsentTo(ConsentPurpose.Groups) is null ? member
        : member.WithoutGroups(at.Now);
}
