namespace RecoveryCoP.Chapter.Members;

/// <summary>
/// Forgets what somebody said of themselves during a stay, because it is over. That they had accepted the charter, and agreed to what, stays:
/// it says what was right then. What they say since they came back is of another stay, and stays too.
/// </summary>
/// <param name="Actor">The node.</param>
/// <param name="Stay">The stay that is over.</param>
[GenerateSerializer, Immutable, Alias("member.forget")]
public sealed record ForgetMember([property: Id(0)] Actor Actor, [property: Id(1)] Guid Stay) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.NodeItself;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.Stay == Stay && Stay != Guid.Empty ? member.Forgotten(at.Now) : member;
}
