using RecoveryCoP.Node.RetentionRules;

namespace RecoveryCoP.Node.Outbox;

/// <summary>Forgets that letters went which nobody asks about any more.</summary>
internal sealed class LettersOfLongAgo(LetterOutbox outbox) : IRetention
{
    public string Code => "letters";

    public Text What => new("Qu’un courriel vous a été envoyé, et quand", "That a message was sent to you, and when");

    public Text Term => new("Treize mois; ce qu’il disait n’est gardé nulle part", "For thirteen months; what it said is kept nowhere");

    public async Task<long> Run(DateTimeOffset now, CancellationToken cancellationToken) => await outbox.Forget(now.AddMonths(-13), cancellationToken).ConfigureAwait(false);
}
