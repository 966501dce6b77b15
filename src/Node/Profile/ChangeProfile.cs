using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Accounts.Security;
using RecoveryCoP.Node.Audit;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Profile;

/// <summary>
/// Changes what the node says of itself: a new signed profile at the end of its feed, which its pages show at once and the network once it has gone out. What a hub
/// shows of a chapter's new name is the hub's to say. It stands in the security log: whoever changes the contact gets what strangers write.
/// </summary>
public sealed class ChangeProfile(Database database, ThisNode node, NodeKind kind, OwnFeed feed, TimeProvider clock)
{
    /// <summary>Who may.</summary>
    public Access Access { get; } = Access.Roles([.. kind.ProfileKeepers]);

    /// <summary>Does it. What says what is said already changes nothing, and nothing goes out.</summary>
    public async Task<Result> Do(Actor by, ProfileForm form, CancellationToken cancellationToken)
    {
        if (Access.RefusalFor(by) is { } refusal)
        {
            return refusal;
        }

        if (ProfileForm.Errors(form) is { Count: > 0 } errors)
        {
            return Result.Refused(errors);
        }

        Result result;
        try
        {
            result = await database.Write(t => Say(t, by, form), cancellationToken).ConfigureAwait(false);
        }
        catch (SilentNodeException)
        {
            return Refusal.Of("profile.silent");
        }

        await node.Load(cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async Task<Result> Say(Transaction transaction, Actor by, ProfileForm form)
    {
        await FeedLinks.Hold(transaction).ConfigureAwait(false); // nobody else says anything between looking and signing
        var last = await LastProfile.Find(transaction, node.Identity.Id).ConfigureAwait(false);
        var (payload, said) = (last?.Said ?? new(), last?.SaidContent ?? new());
        var before = OwnProfile.Of(payload, said);
        var content = form.ToContent();
        var next = new NodeProfile(payload) { Region = new Region { Scheme = Regions.Scheme, Code = form.Region } };
        next.Languages.Clear();
        next.Languages.Add(NetworkCodes.Languages.Chosen(form.Languages));
        if (ProfileForm.VersionOf(OwnProfile.Of(next, content)) == ProfileForm.VersionOf(before))
        {
            return Result.Done;
        }

        if (form.Version != ProfileForm.VersionOf(before))
        {
            return Refusal.Of("profile.stale");
        }

        if (await LogSeals.Next(transaction).ConfigureAwait(false) is { } seal)
        {
            next.SecurityLogSeal = seal;
        }

        var statement = new Statement((at, contentHash) => new NodeProfile(next) { At = at, ContentHash = contentHash }, content);
        if (statement.Check() is { Count: > 0 } over)
        {
            return Result.Refused(over);
        }

        await feed.Append(transaction, [statement]).ConfigureAwait(false);
        await SecurityLog.Append(transaction, clock.GetUtcNow(), SecurityEvents.ProfileChanged, by.Id, null).ConfigureAwait(false);
        return Result.Done;
    }
}
