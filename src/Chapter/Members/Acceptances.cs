using RecoveryCoP.Node.Web.Guards;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.Sessions;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Accepts the charter that was shown, if it is still the one in force.</summary>
public sealed class Acceptances(IGrainFactory grains, CharterQueries charters)
{
    /// <summary>Refused with <c>charter.outdated</c> when another version was published meanwhile. One that is published while this runs is asked for next.</summary>
    public async Task<Result> Accept(AcceptCharter command, CancellationToken cancellationToken) =>
        (await charters.Find(cancellationToken)).Current == command.Version
            ? await grains.GetGrain<IMemberGrain>(command.Actor.Id).Accept(command)
            : Refusal.Of("charter.outdated");
}

/// <summary>Holds everybody who has not accepted the charter in force, and leads them to it.</summary>
internal sealed class CharterRequirement(MemberQueries members) : IAccessRequirement
{
    public async Task<Text?> Holds(Actor actor, CancellationToken cancellationToken) =>
        await members.HasAccepted(actor.Id, cancellationToken) ? null : CharterText.AcceptPath;
}

/// <summary>
/// Takes note of who came and who left. Were it cut off, nothing would be lost: a newcomer is asked for the charter once more, and of somebody
/// who left nothing is shown, whatever their record still says.
/// </summary>
internal sealed class MembershipSync(IGrainFactory grains) : IMembershipListener
{
    public Task Joined(Guid account, string pledge, CancellationToken cancellationToken) =>
        CharterPledge.Read(pledge) is { } version ? grains.GetGrain<IMemberGrain>(account).Accept(new(new Actor(account, []), version)) : Task.CompletedTask;

    public Task Left(Guid account, Actor by, CancellationToken cancellationToken) => grains.GetGrain<IMemberGrain>(account).Forget(new(by));
}

/// <summary>What a newcomer agreed to, as the node carries it until they have confirmed their address.</summary>
internal static class CharterPledge
{
    private const string Mark = "charter ";

    public static string Write(int version) => Mark + Digits.Of(version);

    public static int? Read(string pledge) =>
        pledge.StartsWith(Mark, StringComparison.Ordinal) ? Digits.Read(pledge[Mark.Length..]) : null;
}
