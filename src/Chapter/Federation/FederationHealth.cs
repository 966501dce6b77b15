using RecoveryCoP.Chapter.Federation.Pages;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Whether the hub is reached, and what waits.</summary>
internal sealed class HubHealth(NetworkStatusQuery query, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan passing = TimeSpan.FromHours(1), day = TimeSpan.FromDays(1);
    private static readonly Text alone = new("Cette communauté n’est reliée à aucun carrefour\u00a0: ce qu’elle partage reste ici.", "This community is linked to no hub: what it shares stays here.");
    private static readonly Text link = new("Demandez un code à l’équipe d’un carrefour, et donnez-le sur la page.", "Ask a hub’s team for a code, and give it on the page.");
    private static readonly Text stands = new("L’inscription au carrefour est à l’état «\u00a0{0}\u00a0».", "Enrolment at the hub is in the state “{0}”.");
    private static readonly Text reached = new("Rejoint le {0}; rien n’attend.", "Reached on {0}; nothing waits.");
    private static readonly Counted waiting = new(new("Rejoint le {{0}}; {0} élément attend.", "Reached on {{0}}; {0} item waits."), new("Rejoint le {{0}}; {0} éléments attendent.", "Reached on {{0}}; {0} items wait."));
    private static readonly Text never = new("Le carrefour n’a pas encore été rejoint.", "The hub has not been reached yet.");
    private static readonly Text lastReached = new("Rejoint la dernière fois le {0}.", "Last reached on {0}.");
    private static readonly Text nothingLeaves = new("Le carrefour répond, mais rien ne part d’ici depuis le {0}.", "The hub answers, but nothing has left here since {0}.");
    private static readonly Text nothingComes = new("Le carrefour répond, mais rien n’en arrive depuis le {0}.", "The hub answers, but nothing has come from it since {0}.");
    private static readonly Text twoCopies = new("Une autre copie de ce serveur parle aussi au carrefour.", "Another copy of this server speaks to the hub too.");
    private static readonly Text decide = new("Dites sur la page laquelle continue.", "Say on the page which one goes on.");
    private static readonly Text silent = new("Ce serveur se tait\u00a0: il attend du carrefour ce qui a été dit depuis la sauvegarde.", "This server is silent: it waits for what was said since the backup.");
    private static readonly Text wait = new("Rien à faire\u00a0: tout reprend automatiquement quand le carrefour répond.", "Nothing to do: all goes on automatically once the hub answers.");
    private static readonly Text refused = new("Le carrefour ne montre pas tout ce que cette communauté a partagé.", "The hub does not show all that this community shared.");
    private static readonly Text seeWhy = new("La page dit pourquoi, élément par élément.", "The page says why, item by item.");

    private static Text Page => PagePath.Of<NetworkPage>();

    public string Code => "hub";

    public Text Name => FederationText.TheHub;

    public int Order => 60;

    public bool IsToldToHub => false;

    public async Task<Finding?> Look(CancellationToken cancellationToken)
    {
        if (await query.Read(cancellationToken) is not { } status)
        {
            return null;
        }

        if (status.Link is not { } hub)
        {
            return Finding.Attention(alone, link, Page);
        }

        return hub.State switch
        {
            EnrolmentState.Admitted => Exchanging(status, hub),
            EnrolmentState.Pending => Finding.Attention(stands.With(FederationText.StateOf(hub.State)), FederationText.NextOf(hub.State), Page),
            _ => Finding.Wrong(stands.With(FederationText.StateOf(hub.State)), FederationText.NextOf(hub.State), Page),
        };
    }

    private Finding Exchanging(NetworkStatus status, HubLink hub)
    {
        // A page that came or went says as much as a hello.
        var last = new[] { hub.HelloAt, status.Push?.SucceededAt, status.Pull?.SucceededAt }.Max();
        var now = clock.GetUtcNow();
        // Each direction by itself. Sending has nothing to succeed in while nothing waits, but to say hello.
        var (lane, since) = new[] { (Lane: status.Push, Since: status.WaitingSince is null ? last : new[] { status.Push?.SucceededAt, status.WaitingSince }.Max()), (Lane: status.Pull, Since: status.Pull?.SucceededAt) }
            .Where(l => l.Lane is { Failures: > 0 }).Select(l => (l.Lane, Since: l.Since ?? hub.Since)).OrderBy(l => l.Since).FirstOrDefault();
        return status switch
        {
            { HasTwoCopies: true } => Finding.Wrong(twoCopies, decide, Page),
            _ when lane is not null && now - since > passing => new(
                now - since > day ? Grade.Wrong : Grade.Attention,
                last is not { } at ? never : now - at > passing ? lastReached.With(Dates.DayAndTime(at)) : (lane.Lane == Lane.Push ? nothingLeaves : nothingComes).With(Dates.DayAndTime(since)),
                FederationText.FailureOf(lane.Failure), Page),
            { IsSilent: true } => Finding.Attention(silent, wait, Page),
            { Refused.Count: > 0 } => Finding.Attention(refused, seeWhy, Page),
            _ when last is { } at => Finding.Well(status.Waiting == 0 ? reached.With(Dates.DayAndTime(at)) : waiting.For(status.Waiting).With(Dates.DayAndTime(at))),
            _ => Finding.Unknown(never),
        };
    }
}

/// <summary>Whether this machine and the hub agree on the time.</summary>
internal sealed class ClockHealth(HubLinks links) : IHealthCheck
{
    public string Code => "clock";

    public Text Name { get; } = new("Horloge", "Clock");

    public int Order => 62;

    public async Task<Finding?> Look(CancellationToken cancellationToken) => await links.Find(cancellationToken) is not { ClockAheadSeconds: { } ahead } ? null
        : NetworkPageText.ClockOf(ahead) is { } differs ? Finding.Wrong(differs, new("Réglez l’heure de cette machine.", "Set this machine’s time."), PagePath.Of<NetworkPage>())
        : Finding.Well(new("À la même heure que le carrefour.", "At the same time as the hub."));
}
