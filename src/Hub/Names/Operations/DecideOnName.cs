using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Names;

/// <summary>An operator lets a name that could be taken for another's be shown, or leaves it: then the chapter keeps the one it had.</summary>
public sealed class DecideOnName(Database database, ShownNames names)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Decides.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="chapter">Whose name it is.</param>
    /// <param name="profile">The profile that was on the operator's page.</param>
    /// <param name="show">True to show it, false to leave it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, NodeId chapter, ItemId profile, bool show, CancellationToken cancellationToken)
    {
        if (Access.RefusalFor(actor) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await database.Write(t => Decide(t, chapter, profile, show), cancellationToken).ConfigureAwait(false) ? Result.Done : Refusal.Of("names.stale");
        }
        catch (SilentNodeException)
        {
            return Refusal.Of(SilentNodeException.Code);
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Refusal.Of(StorageFailure.CodeOf(failure));
        }
    }

    /// <summary>False when that profile no longer waits.</summary>
    private async Task<bool> Decide(Transaction transaction, NodeId chapter, ItemId profile, bool show)
    {
        var waited = await transaction.Execute(
            "update waiting_profile set is_left = 1 where node_id = @chapter and item_id = @profile and is_left = 0",
            new { chapter = chapter.Value, profile = profile.ToBytes() }).ConfigureAwait(false) == 1;
        if (waited && show)
        {
            await names.Show(transaction, chapter, profile).ConfigureAwait(false);
        }

        return waited;
    }
}
