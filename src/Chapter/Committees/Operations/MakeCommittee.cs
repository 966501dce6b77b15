namespace RecoveryCoP.Chapter.Committees;

/// <summary>The executive makes a special committee. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Content">What it is called and what it is for.</param>
[GenerateSerializer, Immutable, Alias("committee.make")]
public sealed record MakeCommittee([property: Id(0)] Actor Actor, [property: Id(1)] CommitteeContent Content) : IOperation<Committee>
{
    /// <inheritdoc />
    public static Access Access => Committee.Makers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Content.Errors();

    /// <inheritdoc />
    public Result<Committee> On(Committee committee, OperationContext at) =>
        !committee.Exists && at.Id != Committee.TheExecutive ? committee with { Id = at.Id, Version = 1, Content = Content }
        : committee.Exists && !committee.IsExecutive && committee.ClosedAt is null && committee.Content.Says(Content) ? committee
        : Refusal.Of("committee.exists");
}
