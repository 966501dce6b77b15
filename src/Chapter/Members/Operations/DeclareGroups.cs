using RecoveryCoP.Node.Library;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Declares the groups one belongs to, under a consent of its own. One that holds goes on holding; a first one is noted with the text that was read.</summary>
/// <param name="Actor">Who declares, for themselves.</param>
/// <param name="Groups">Codes of <see cref="NetworkCodes.Groups"/>.</param>
/// <param name="Agrees">That they read what becomes of it and agree.</param>
[GenerateSerializer, Immutable, Alias("member.declare-groups")]
public sealed record DeclareGroups([property: Id(0)] Actor Actor, [property: Id(1)] IReadOnlyList<string> Groups, [property: Id(2)] bool Agrees) : IOperation<Member>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<byte[]> Texts => [ConsentTexts.GroupsBytes];

    /// <inheritdoc />
    public Result<Member> On(Member member, OperationContext at)
    {
        if (member.RefusalToSay(Actor, at) is { } refusal)
        {
            return refusal;
        }

        if (Groups.Count == 0)
        {
            return Refusal.Of("member.groups-missing", nameof(MemberForm.Groups));
        }

        if (member.ConsentTo(ConsentPurpose.Groups)?.TextHash == at.TextHash)
        {
            return Groups.SequenceEqual(member.Groups) ? member : member with { Groups = Groups };
        }

        return Agrees
            ? member with { Groups = Groups, Consents = [.. member.ConsentsWithdrawn(at.Now), new(ConsentPurpose.Groups, at.TextHash, at.Now)] }
            : Refusal.Of("member.consent-missing", nameof(MemberForm.Agrees));
    }
}
