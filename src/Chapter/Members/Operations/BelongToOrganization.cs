namespace RecoveryCoP.Chapter.Members;

/// <summary>Says that one belongs to an organization. Others see it only if one shows one's organizations.</summary>
/// <param name="Actor">Who speaks, of themselves.</param>
/// <param name="Organization">Which.</param>
[GenerateSerializer, Immutable, Alias("member.belong")]
public sealed record BelongToOrganization([property: Id(0)] Actor Actor, [property: Id(1)] Guid Organization) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Organization == Guid.Empty ? [Refusal.Of("member.organization-missing", nameof(Organization))] : [];

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at) =>
        member.RefusalToSay(Actor, at) is { } refusal ? refusal
        : member.Organizations.Contains(Organization) ? member
        : member.Organizations.Count >= Member.MostOrganizations ? Refusal.Of("member.enough-organizations", nameof(Organization), Member.MostOrganizations)
        : member with { Organizations = [.. member.Organizations, Organization] };
}
