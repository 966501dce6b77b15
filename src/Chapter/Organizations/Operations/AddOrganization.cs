namespace RecoveryCoP.Chapter.Organizations;

/// <summary>A member adds an organization under the id that its name gives. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who; it is not kept.</param>
/// <param name="Content">What it says.</param>
[GenerateSerializer, Immutable, Alias("organization.add")]
public sealed record AddOrganization([property: Id(0)] Actor Actor, [property: Id(1)] OrganizationContent Content) : IOperation<Organization>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Organization> On(Organization organization, OperationContext at) =>
        organization.TakenAwayAt is not null ? Refusal.Of("organization.taken-away", nameof(OrganizationForm.Name))
        : organization.Exists ? (organization.Content.Says(Content) ? organization : Refusal.Of("organization.exists", nameof(OrganizationForm.Name)))
        : Organization.IdOf(Content.Name) != at.Id ? Refusal.Of("organization.unknown")
        : organization with { Id = at.Id, Version = 1, AddedAt = at.Now, Content = Content };
}
