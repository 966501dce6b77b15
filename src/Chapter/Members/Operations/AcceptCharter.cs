namespace RecoveryCoP.Chapter.Members;

/// <summary>Accepts a version of the charter: once is enough for each in one stay. Whoever came back begins afresh with it, whatever the record still said.</summary>
/// <param name="Actor">Who accepts, for themselves.</param>
/// <param name="Version">The version that was before their eyes.</param>
/// <param name="Stay">Their stay that goes on.</param>
[GenerateSerializer, Immutable, Alias("member.accept-charter")]
public sealed record AcceptCharter([property: Id(0)] Actor Actor, [property: Id(1)] int Version, [property: Id(2)] Guid Stay) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at)
    {
        if (Member.RefusalFor(Actor, at) is { } refusal)
        {
            return refusal;
        }

        var current = member.Stay == Stay ? member : member.Forgotten(at.Now) with { Id = at.Id, Stay = Stay };
        return Version < 1 ? Refusal.Of("member.no-such-version")
            : ReferenceEquals(current, member) && member.Acceptances is [.., var last] && Version <= last.Version ? member
            : current with { Acceptances = [.. member.Acceptances, new(Version, at.Now)] };
    }
}
