using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Templates;

/// <summary>A steward sends a template as a file: it is kept to be looked at, and nothing changes. A later one takes its place.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Head">What it says of itself.</param>
/// <param name="Items">What it brings.</param>
[GenerateSerializer, Immutable, Alias("template.offer")]
public sealed record OfferTemplate([property: Id(0)] Actor Actor, [property: Id(1)] TemplateHead Head, [property: Id(2)] byte[] Items) : IOperation<InstalledTemplate>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Steward);

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [Items];

    /// <inheritdoc />
    public Result<InstalledTemplate> On(InstalledTemplate installed, OperationContext at) =>
        installed.Offered is { } offered && offered.Head == Head && offered.Items == at.TextHash ? installed
        : installed with { Id = at.Id, Offered = new(Head, at.TextHash, at.Now, Actor.Id) };
}
