namespace RecoveryCoP.Chapter.Members;

/// <summary>Takes back that one belongs to an organization.</summary>
/// <param name="Actor">Who speaks, of themselves.</param>
/// <param name="Organization">Which.</param>
[GenerateSerializer, Immutable, Alias("member.leave-organization")]
public sealed record LeaveOrganization([property: Id(0)] Actor Actor, [property: Id(1)] Guid Organization) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.RefusalToSay(Actor, at) is { } refusal ? refusal
        : !member.Organizations.Contains(Organization) ? member
        : member with { Organizations = [.. member.Organizations.Where(o => o != Organization)] };
}
