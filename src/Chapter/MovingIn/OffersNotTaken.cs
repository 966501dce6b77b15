using RecoveryCoP.Node.RetentionRules;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>Lets go of documents that were sent to be looked at and to which nobody said yes.</summary>
internal sealed class OffersNotTaken(MovingRuns runs, MoveQueries moves) : IRetention
{
    public string Code => "documents-not-taken";

    public Text What => new("Les documents d’un groupe qui existait avant, envoyés pour voir où ils iraient", "Documents of a group that existed before, sent to see where they would go");

    public Text Term => new("Jusqu’au lendemain, si personne ne les reprend", "Until the next day, if nobody brings them along");

    public async Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = (await moves.Last(cancellationToken)).Count(m => m.State == MoveState.Offered && now - m.At > MovingLimits.OfferKept);
        if (over > 0)
        {
            await runs.Continue(cancellationToken);
        }

        return over;
    }
}
