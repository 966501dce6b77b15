using RecoveryCoP.Node.Health;

namespace RecoveryCoP.Node.Outbox;

/// <summary>Whether letters that should have gone wait for long: behind a server that is away, or the day's limit.</summary>
internal sealed class OutboxHealth(LetterOutbox outbox, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan passing = TimeSpan.FromHours(4), day = TimeSpan.FromDays(1);
    private static readonly Text none = new("Aucun courriel n’attend.", "No message waits.");
    private static readonly Text waiting = new("Des courriels attendent depuis le {0}.", "Messages have been waiting since {0}.");
    private static readonly Text toDo = new(
        "S’ils attendent à cause du serveur d’envoi, la ligne «\u00a0Envoi des courriels\u00a0» le dit. Sinon, c’est la limite par jour\u00a0: ils partent les jours suivants.",
        "If they wait because of the mail server, the line “Sending email” says so. Otherwise it is the day’s limit: they leave in the next days.");

    public string Code => "outbox";

    public Text Name { get; } = new("Courriels en attente", "Messages that wait");

    public int Order => 42;

    public bool IsToldByLetter => false;

    public async Task<Finding?> Look(CancellationToken cancellationToken) => await outbox.WaitingSince(cancellationToken).ConfigureAwait(false) is not { } since
        || clock.GetUtcNow() - since is var waited && waited < passing
            ? Finding.Well(none)
            : new(waited < day ? Grade.Attention : Grade.Wrong, waiting.With(Dates.DayAndTime(since)), toDo);
}
