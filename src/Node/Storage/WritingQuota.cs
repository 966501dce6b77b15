namespace RecoveryCoP.Node.Storage;

/// <summary>
/// How much text each person may still save today (UTC): far more than anybody writes, so that nobody fills the disk of a small server. In memory only:
/// a restart forgets.
/// </summary>
public sealed class WritingQuota(TimeProvider clock)
{
    /// <summary>The day's share of one person.</summary>
    public const int MegabytesADay = 8;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, long> saved = [];
    private DateOnly today;

    /// <summary>What a refusal says.</summary>
    public static RefusalText Text { get; } = new("storage.enough-for-today", new(
        "Vous avez enregistré {0} Mo de texte aujourd’hui, ce qui est le plus qu’une personne peut enregistrer en un jour. Rien n’est perdu\u00a0: gardez ce texte et réessayez demain.",
        "You have saved {0} MB of text today, which is the most that one person can save in a day. Nothing is lost: keep this text and try again tomorrow."));

    /// <summary>Counts what somebody is about to save; refused when their day's share does not hold it. What the node does by itself is nobody's share.</summary>
    public Refusal? RefusalFor(Actor actor, IReadOnlyList<byte[]> texts)
    {
        var bytes = texts.Sum(text => (long)text.Length);
        if (bytes == 0 || actor.Is(Actor.NodeRole))
        {
            return null;
        }

        lock (gate)
        {
            var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            if (day != today)
            {
                saved.Clear();
                today = day;
            }

            var sum = saved.GetValueOrDefault(actor.Id) + bytes;
            if (sum > MegabytesADay * 1024L * 1024)
            {
                return Refusal.Of(Text.Code, "", MegabytesADay);
            }

            saved[actor.Id] = sum;
            return null;
        }
    }
}
