namespace RecoveryCoP.Chapter.Organizations;

/// <summary>The executive puts an organization back that was taken away.</summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("organization.put-back")]
public sealed record PutBackOrganization([property: Id(0)] Actor Actor) : IOperation<Organization>
{
    /// <inheritdoc />
    public static Access Access => Organization.Keepers;

    /// <inheritdoc />
    public Result<Organization> On(Organization organization, OperationContext at) =>
        organization.RefusalToChange() is { } refusal ? refusal
        : organization.TakenAwayAt is null ? organization
        : organization with { TakenAwayAt = null };
}
