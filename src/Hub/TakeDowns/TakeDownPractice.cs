using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.TakeDowns;

/// <summary>
/// An operator takes a shared practice down, all of its revisions and for good: its text goes from this hub with the item that says so, and from every chapter
/// that hears of it. The chapter that wrote it keeps its own record, and is told why.
/// </summary>
public sealed class TakeDownPractice(LibraryPractices practices, OwnFeed feed, Database database)
{
    /// <summary>Who may.</summary>
    public static Access Access { get; } = Access.Roles(HubRoles.Operator);

    /// <summary>Takes it down.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="chapter">Whose practice it is.</param>
    /// <param name="practice">Its id.</param>
    /// <param name="reason">Why, which everybody is told; null when none was chosen.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Do(Actor? actor, NodeId chapter, Guid practice, TakeDownReason? reason, CancellationToken cancellationToken)
    {
        if (Access.RefusalFor(actor) is { } refusal)
        {
            return refusal;
        }

        if (reason is not { } why || !TakeDownReasons.All.Values.Contains(why))
        {
            return Refusal.Of("take-down.reason-missing", "Reason");
        }

        if (await practices.Find(chapter.Value, practice, cancellationToken).ConfigureAwait(false) is not { Shown: not null })
        {
            return Refusal.Of("take-down.stale");
        }

        var said = new Statement((at, _) => new TakeDown
        {
            At = at, About = new Subject { Id = ByteString.CopyFrom(practice.ToByteArray(bigEndian: true)) }, NodeId = chapter.Value, Reason = why,
        });
        try
        {
            await database.Write(t => feed.Append(t, [said]), cancellationToken).ConfigureAwait(false);
            return Result.Done;
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
}
