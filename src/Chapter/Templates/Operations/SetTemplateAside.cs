namespace RecoveryCoP.Chapter.Templates;

/// <summary>Somebody leaves an offered version for later: the home says no more of it, and the page of the template still has it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Key">Which: its id and version.</param>
[GenerateSerializer, Immutable, Alias("template.set-aside")]
public sealed record SetTemplateAside([property: Id(0)] Actor Actor, [property: Id(1)] string Key) : IOperation<InstalledTemplate>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward, ChapterRoles.Executive);

    /// <inheritdoc />
    public Result<InstalledTemplate> On(InstalledTemplate installed, OperationContext at) => installed with { Id = at.Id, SetAside = Key };
}
