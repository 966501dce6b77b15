using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>What entries say of themselves, and what is made of them on the way into the store.</summary>
internal static class Entries
{
    private static readonly string withdrawal = Withdrawal.Descriptor.FullName;

    /// <summary>Whether it takes something back.</summary>
    public static bool IsWithdrawal(this FeedEntry entry) => entry.Run?.Items.Any(i => i.Item?.PayloadType == withdrawal) == true;

    /// <summary>Whether it says that it was made by the printed words; that it is signed so is judged with it.</summary>
    public static bool IsRecovery(this FeedEntry entry) =>
        entry.KeyStatement is { } signed && FeedVerifier.ReasonOf(signed) is KeyStatementReason.Recover or KeyStatementReason.Compromise;

    /// <summary>The page as links: of whoever may not share, the texts are not even looked at.</summary>
    public static FeedPage WithoutContents(this FeedPage page)
    {
        var links = page.Clone();
        foreach (var item in links.Entries.Where(e => e.Run is not null).SelectMany(e => e.Run.Items))
        {
            item.Content = null;
        }

        return links;
    }

    /// <summary>What was stored, as it is answered.</summary>
    public static PushResponse ToResponse(this Accepted accepted) => new() { Results = { accepted.Results }, FeedPosition = accepted.State.Position };
}
