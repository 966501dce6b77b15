namespace RecoveryCoP.Chapter.Members;

/// <summary>Erases what a member’s record says, what they agreed to as well: their account no longer says who they were.</summary>
/// <param name="Actor">The node.</param>
[GenerateSerializer, Immutable, Alias("member.erase")]
public sealed record EraseMember([property: Id(0)] Actor Actor) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member is { Stay: var stay, Acceptances: [], Consents: [], Calendar: null } && stay == Guid.Empty ? member : new Member { Id = at.Id };
}
