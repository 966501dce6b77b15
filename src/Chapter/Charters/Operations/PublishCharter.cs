namespace RecoveryCoP.Chapter.Charters;

/// <summary>The executive committee publishes a further version, which asks everybody again: it is a member's own word that they accept.</summary>
/// <param name="Actor">Who publishes it.</param>
/// <param name="BasedOn">Number of the version that the actor had before their eyes.</param>
/// <param name="Content">The charter, whole, in both languages.</param>
/// <param name="Note">What changed and why; may lack a side or both.</param>
[GenerateSerializer, Immutable, Alias("charter.publish")]
public sealed record PublishCharter(
    [property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] CharterContent Content, [property: Id(3)] Bilingual Note) : IOperation<Charter>
{
    /// <inheritdoc />
    public static Access Access { get; } = Access.Roles(ChapterRoles.Executive);

    /// <inheritdoc />
    /// <remarks>The built-in version is one of those that the record names from the first publication on.</remarks>
    public IReadOnlyList<byte[]> Texts => [Content.ToBytes(), BuiltInCharter.Text.ToBytes()];

    /// <inheritdoc />
    public Result<Charter> On(Charter charter, OperationContext at)
    {
        IReadOnlyList<CharterVersion> before = charter.Versions.Count > 0 ? charter.Versions : [BuiltInCharter.Version];
        if (before[^1].TextHash == at.TextHash)
        {
            // The same form sent twice finds its work done; the same text once more is no new version.
            return BasedOn == charter.Current - 1 ? charter : Refusal.Of("charter.unchanged", nameof(CharterForm.Fr));
        }

        return BasedOn != charter.Current ? Refusal.Of("charter.stale", "", charter.Current)
            : before.Count == Charter.MostVersions ? Refusal.Of("charter.too-many-versions", "", Charter.MostVersions)
            : charter with { Id = Charter.TheId, Versions = [.. before, new(charter.Current + 1, at.TextHash, at.Now, Actor.Id, Note)] };
    }
}
