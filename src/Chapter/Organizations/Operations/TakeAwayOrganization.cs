namespace RecoveryCoP.Chapter.Organizations;

/// <summary>
/// The executive takes an organization out of the list and the choices. It can be done whoever belongs to it: if it were refused, that would tell that somebody does.
/// Those who belong keep it on their own page, and it is shown to nobody else.
/// </summary>
/// <param name="Actor">Who.</param>
[GenerateSerializer, Immutable, Alias("organization.take-away")]
public sealed record TakeAwayOrganization([property: Id(0)] Actor Actor) : IOperation<Organization>
{
    /// <inheritdoc />
    public static Access Access => Organization.Keepers;

    /// <inheritdoc />
    public Result<Organization> On(Organization organization, OperationContext at) =>
        organization.RefusalToChange() is { } refusal ? refusal
        : organization.TakenAwayAt is not null ? organization
        : organization with { TakenAwayAt = at.Now };
}
