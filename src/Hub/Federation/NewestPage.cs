using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Reads what has just come once for all chapters that wait for it: they stand at the same place, and a push wakes all of them.</summary>
internal sealed class NewestPage(ItemStore items, FeedFollowers followers)
{
    private readonly Lock reading = new();
    private (long After, Task Until, Task<ReadPage> Page)? newest;

    /// <summary>What follows a position. Good until the next items are stored, those that take contents away included.</summary>
    public Task<ReadPage> After(long position)
    {
        lock (reading)
        {
            // Taken before it is read: what is stored meanwhile makes the page old.
            var until = followers.NewItems.Next;
            if (newest is not { } known || known.After != position || known.Until != until || known.Page.IsFaulted)
            {
                newest = known = (position, until, Read(position));
            }

            return known.Page;
        }
    }

    // Whoever gives up waiting leaves the page to the others.
    private async Task<ReadPage> Read(long position)
    {
        var page = await items.After(position, cancellationToken: CancellationToken.None).ConfigureAwait(false);
        return new(page, await items.At(page.UpTo, CancellationToken.None).ConfigureAwait(false));
    }
}

/// <summary>A page of all feeds.</summary>
/// <param name="Page">Its entries.</param>
/// <param name="Last">The item at the place up to which it goes.</param>
internal sealed record ReadPage(StoredPage Page, ItemId? Last)
{
    /// <summary>The page for somebody who has their own entries.</summary>
    public StoredPage Without(NodeId node) =>
        Page.Entries.Any(e => e.NodeId == node.Value) ? Page with { Entries = [.. Page.Entries.Where(e => e.NodeId != node.Value)] } : Page;
}
