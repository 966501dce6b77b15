namespace RecoveryCoP.Chapter.Members;

/// <summary>Says something of oneself, and what of it others see.</summary>
/// <param name="Actor">Who speaks, of themselves.</param>
/// <param name="Profile">What they say, whole.</param>
/// <param name="Shown">What others see of it.</param>
[GenerateSerializer, Immutable, Alias("member.describe")]
public sealed record DescribeYourself([property: Id(0)] Actor Actor, [property: Id(1)] MemberProfile Profile, [property: Id(2)] ShownParts Shown) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at)
    {
        if (member.RefusalToSay(Actor, at) is { } refusal)
        {
            return refusal;
        }

        return Shown is { Name: false } and not { Affiliation: false, TalkAbout: false } ? Refusal.Of("member.name-not-shown", nameof(MemberForm.Shown))
            : Shown == member.Shown && Profile.SaysTheSameAs(member.Profile) ? member
            : member with { Profile = Profile with { Unknown = member.Profile.Unknown }, Shown = Shown };
    }
}
