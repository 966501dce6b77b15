using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Members.Pages;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Chapter.Members;

/// <summary>Accepts the charter that was shown, if it is still the one in force.</summary>
public sealed class Acceptances(IGrainFactory grains, CharterQueries charters)
{
    /// <summary>Refused with <c>charter.version-stale</c> when another version was published meanwhile. One that is published while this runs is asked for next.</summary>
    public async Task<Result> Accept(AcceptCharter command, CancellationToken cancellationToken) =>
        (await charters.Find(cancellationToken)).Current == command.Version
            ? await grains.GetGrain<IMemberGrain>(command.Actor.Id).Do(command)
            : Refusal.Of("charter.version-stale");
}

/// <summary>
/// Holds everybody who has not accepted the charter in force, and leads them to it. For a day after it was published, a form that somebody began under the one before
/// is still taken: what they wrote would be lost. The page that follows asks.
/// </summary>
internal sealed class CharterRequirement(MemberQueries members, CharterQueries charters, TimeProvider clock) : IAccessRequirement
{
    private static readonly TimeSpan writing = TimeSpan.FromDays(1);

    public async Task<Text?> Holds(Actor actor, bool isSending, CancellationToken cancellationToken) =>
        await members.HasAccepted(actor.Id, cancellationToken) || (isSending && await IsNew(cancellationToken) && await members.HasAcceptedAny(actor.Id, cancellationToken))
            ? null : PagePath.Of<AcceptPage>();

    private async Task<bool> IsNew(CancellationToken cancellationToken) =>
        (await charters.Find(cancellationToken)).Versions is [.., { At: { } published }] && clock.GetUtcNow() - published < writing;
}

/// <summary>Accepts for newcomers what they agreed to when they asked. Were it cut off, nothing would be lost: they are asked for the charter once more.</summary>
internal sealed class PledgedAcceptance(IGrainFactory grains) : IMembershipListener
{
    public Task Joined(Guid account, Guid stay, string pledge, CancellationToken cancellationToken) => CharterPledge.Read(pledge) is { } version
        ? grains.GetGrain<IMemberGrain>(account).Do(new AcceptCharter(new Actor(account, []), version, stay))
        : Task.CompletedTask;
}

/// <summary>What a newcomer agreed to, as the node carries it until they have confirmed their address.</summary>
internal static class CharterPledge
{
    private const string Mark = "charter ";

    public static string Write(int version) => Mark + Digits.Of(version);

    public static int? Read(string pledge) =>
        pledge.StartsWith(Mark, StringComparison.Ordinal) ? Digits.Read(pledge[Mark.Length..]) : null;
}
