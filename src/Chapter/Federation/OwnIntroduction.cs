using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>How the chapter introduces itself: the first two items of its feed.</summary>
public sealed class OwnIntroduction(OwnFeed feed)
{
    /// <summary>The genesis, and the profile that followed it.</summary>
    /// <exception cref="InvalidOperationException">A founded chapter's feed begins with both; this one's does not.</exception>
    public async Task<(SignedItem Genesis, ItemWithContent Profile)> Read(CancellationToken cancellationToken)
    {
        var page = await feed.After(0, 2, long.MaxValue, cancellationToken);
        return page.Items is [var genesis, var profile]
            ? (genesis.ToItem().Item, profile.ToItem())
            : throw new InvalidOperationException("The chapter's feed does not begin with a genesis and a profile.");
    }
}
