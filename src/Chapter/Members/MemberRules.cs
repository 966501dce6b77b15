using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Members;

/// <summary>
/// What may be done with a member's record, and by whom: they alone speak for themselves, whatever roles others hold. Only that it is forgotten
/// when they leave may also come from the steward, who can end a membership.
/// </summary>
public sealed partial record Member
{
    /// <summary>Notes that they accept a version. Once is enough for each, unless they left meanwhile.</summary>
    public Result<Member> Accept(Guid id, AcceptCharter command, DateTimeOffset at)
    {
        if (RefusalFor(id, command.Actor) is { } refusal)
        {
            return refusal;
        }

        var last = Acceptances.Count > 0 ? Acceptances[^1].Version : 0;
        return command.Version < 1 ? Refusal.Of("member.no-such-version")
            : LeftAt is null && command.Version <= last ? this
            : this with { Id = id, LeftAt = null, Acceptances = [.. Acceptances, new(command.Version, at)] };
    }

    /// <summary>Keeps what they say of themselves and what others see of it.</summary>
    public Result<Member> Describe(Guid id, DescribeYourself command) =>
        RefusalFor(id, command.Actor) is { } refusal ? refusal
        : command.Shown is { Name: false } and not { Affiliation: false, TalkAbout: false } ? Refusal.Of("member.name-not-shown", nameof(MemberForm.Shown))
        : this with { Id = id, Profile = command.Profile, Shown = command.Shown };

    /// <summary>Keeps the groups they declare. The consent that holds goes on holding; a first one is noted with the text they read.</summary>
    public Result<Member> Declare(Guid id, DeclareGroups command, string textHash, DateTimeOffset at)
    {
        if (RefusalFor(id, command.Actor) is { } refusal)
        {
            return refusal;
        }

        if (command.Groups.Count == 0)
        {
            return Refusal.Of("member.groups-missing", nameof(MemberForm.Groups));
        }

        if (ConsentTo(ConsentPurpose.Groups) is { } held && held.TextHash == textHash)
        {
            return this with { Id = id, Groups = command.Groups };
        }

        return command.Agrees
            ? this with { Id = id, Groups = command.Groups, Consents = [.. Withdrawn(at), new(ConsentPurpose.Groups, textHash, at)] }
            : Refusal.Of("member.consent-missing", nameof(MemberForm.Agrees));
    }

    /// <summary>Forgets the groups; that there was a consent, and until when, stays.</summary>
    public Result<Member> Withdraw(Guid id, WithdrawGroups command, DateTimeOffset at) =>
        RefusalFor(id, command.Actor) is { } refusal ? refusal : this with { Id = id, Groups = [], Consents = Withdrawn(at) };

    /// <summary>Forgets everything they said of themselves. That they had accepted the charter, and agreed to what, stays: it says what was right then.</summary>
    public Result<Member> Forget(Guid id, ForgetMember command, DateTimeOffset at) =>
        command.Actor.Id != id && !command.Actor.Is(ChapterRoles.Steward) ? Refusal.Of("member.not-yours")
        : this with { Id = id, LeftAt = at, Groups = [], Consents = Withdrawn(at), Profile = new(), Shown = new() };

    private static Refusal? RefusalFor(Guid id, Actor actor) => actor.Id == id && id != Guid.Empty ? null : Refusal.Of("member.not-yours");

    private IReadOnlyList<Consent> Withdrawn(DateTimeOffset at) => [.. Consents.Select(c => c.WithdrawnAt is null ? c with { WithdrawnAt = at } : c)];
}
