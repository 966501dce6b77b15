using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Audit;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Profile;

/// <summary>Says in the node's profile which template it runs, so that its hub sees who could use a newer one.</summary>
public sealed class TemplateInProfile(ThisNode node, OwnFeed feed)
{
    /// <summary>Signs the profile anew where it says another template than this; else nothing goes out.</summary>
    public async Task Say(Transaction transaction, TemplateHead? template)
    {
        await FeedLinks.Hold(transaction).ConfigureAwait(false); // nobody else says anything between looking and signing
        if (await LastProfile.Find(transaction, node.Identity.Id).ConfigureAwait(false) is not { } last)
        {
            return;
        }

        var next = new NodeProfile(last.Said) { TemplateId = template?.Id ?? "", TemplateVersion = template?.Version.ToString() ?? "", TemplateHub = template?.Hub ?? "" };
        if (next.Equals(last.Said))
        {
            return;
        }

        if (await LogSeals.Next(transaction).ConfigureAwait(false) is { } seal)
        {
            next.SecurityLogSeal = seal;
        }

        await feed.Append(transaction, [new Statement((at, contentHash) => new NodeProfile(next) { At = at, ContentHash = contentHash }, last.SaidContent)]).ConfigureAwait(false);
    }
}
