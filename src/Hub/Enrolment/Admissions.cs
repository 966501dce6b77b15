using RecoveryCoP.Hub.Names;
using RecoveryCoP.Node.Feed;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>
/// Lets chapters in: the decision, the first items of the chapter's feed and this hub's word that the name in them is the chapter's are one commit, so that
/// nothing of it travels before, and nothing is missing after.
/// </summary>
public sealed class Admissions(ItemStore items, ShownNames names, EnrolmentStore enrolments, TimeProvider clock)
{
    /// <summary>Admits a chapter whose six words were compared.</summary>
    /// <param name="chapter">As the operator saw it.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="wordsMatch">That the words were compared and are the same.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Admit(EnrolledChapter chapter, Actor actor, bool wordsMatch, CancellationToken cancellationToken)
    {
        var decided = chapter.Enrolment.Admit(actor, wordsMatch, clock.GetUtcNow());
        if (decided.Value is not { } admitted)
        {
            return decided.WithoutValue;
        }

        try
        {
            await items.Accept(chapter.Beginning, also: t => Save(t, chapter, admitted, actor), cancellationToken: cancellationToken).ConfigureAwait(false);
            await enrolments.Changed(chapter.Node).ConfigureAwait(false);
            return Result.Done;
        }
        catch (DecidedMeanwhileException)
        {
            return Refusal.Of("enrolment.stale");
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

    private async Task Save(Transaction transaction, EnrolledChapter seen, ChapterEnrolment admitted, Actor actor)
    {
        if (!await EnrolmentStore.TrySave(transaction, seen.Enrolment, admitted, actor).ConfigureAwait(false))
        {
            throw new DecidedMeanwhileException();
        }

        await names.Show(transaction, seen.Node, seen.Profile).ConfigureAwait(false);
    }

    /// <summary>Takes the feed's first items back with everything else in the transaction.</summary>
    private sealed class DecidedMeanwhileException : Exception;
}
