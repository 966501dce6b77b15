namespace RecoveryCoP.Chapter.Organizations;

/// <summary>The executive corrects what an organization says.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">The version that they saw.</param>
/// <param name="Content">What it says now.</param>
[GenerateSerializer, Immutable, Alias("organization.correct")]
public sealed record CorrectOrganization([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] OrganizationContent Content) : IOperation<Organization>
{
    /// <inheritdoc />
    public static Access Access => Organization.Keepers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Organization> On(Organization organization, OperationContext at) =>
        organization.RefusalToChange() is { } refusal ? refusal
        : organization.Content.Says(Content) ? organization
        : BasedOn != organization.Version ? Refusal.Of("organization.stale")
        : organization with { Version = organization.Version + 1, Content = Content with { Unknown = organization.Content.Unknown } };
}
