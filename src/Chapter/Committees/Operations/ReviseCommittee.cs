namespace RecoveryCoP.Chapter.Committees;

/// <summary>Whoever looks after a committee says otherwise what it is called and what it is for.</summary>
/// <param name="Actor">Who.</param>
/// <param name="BasedOn">The version that they saw.</param>
/// <param name="Content">What it says now.</param>
[GenerateSerializer, Immutable, Alias("committee.revise")]
public sealed record ReviseCommittee([property: Id(0)] Actor Actor, [property: Id(1)] int BasedOn, [property: Id(2)] CommitteeContent Content) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Keepers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at)
    {
        var there = committee.Standing(at.Id);
        return there.RefusalToChange() is { } refusal ? refusal
            : !there.MayKeep(Actor) ? Refusal.Of(Access.RoleMissing)
            : there.Content.Says(Content) ? committee
            : BasedOn != there.Version ? Refusal.Of("committee.stale")
            : there with { Version = there.Version + 1, Content = Content with { Unknown = there.Content.Unknown } };
    }
}
