using RecoveryCoP.Node.Health;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Parts;

namespace RecoveryCoP.Node.NodeStatus;

/// <summary>Words of the page that says how the node is.</summary>
internal static class StatusText
{
    public static Text Title => new("État du serveur", "Server status");
    public static Text For => new("Ce qui va, ce qui ne va pas, et quoi faire.", "What is well, what is not, and what to do.");
    public static Text AllWell => new("Tout est en ordre.", "All is well.");
    public static Text AsFarAsSeen => new("Ce qui a pu être vérifié est en ordre.", "What could be checked is well.");
    public static Text Look => new("Rien n’est en panne. Ce qui suit mérite un coup d’œil.", "Nothing has failed. What follows deserves a look.");
    public static Text Failing => new("Quelque chose ne va pas.", "Something is wrong.");
    public static Text ToLookAt => new("À regarder", "To look at");
    public static Text InOrder => new("En ordre", "In order");
    public static Text Lead => new("Regardé à l’instant. La commande doctor dit la même chose sur le serveur.", "Looked at just now. The command doctor says the same on the server.");

    public static Text ContactsTitle => new("À qui le serveur écrit", "Whom the server writes to");
    public static Text ContactsWhy => new(
        "Quand quelque chose ne va pas depuis un jour, deux personnes reçoivent un courriel, et un autre quand c’est réparé : une fois par panne, jamais la nuit. Ces courriels ne nomment personne. Sans adresse ici, ce sont les deux premières personnes qui gèrent les accès.",
        "When something has been wrong for a day, two people get a message, and another once it is mended: once for each failure, never at night. These messages name nobody. Without an address here, they are the first two people who manage access.");
    public static Text NoMail => new("Aucun serveur d’envoi n’est réglé : personne ne reçoit de courriel.", "No mail server is set: nobody gets a message.");
    public static Text First => new("Première adresse", "First address");
    public static Text Second => new("Deuxième adresse", "Second address");
    public static Text Save => new("Enregistrer", "Save");

    public static Confirmation[] Done { get; } = [new("status.contacts", new("C’est enregistré.", "Saved."))];

    public static RefusalText[] Refusals { get; } =
    [
        new("status.stale", new("Quelqu’un d’autre vient de changer ces adresses. Ouvrez de nouveau la page, puis choisissez.", "Somebody else has just changed these addresses. Open the page again, then choose.")),
    ];

    /// <summary>A grade in words.</summary>
    public static Text NameOf(Grade grade) => grade switch
    {
        Grade.Well => InOrder,
        Grade.Attention => ToLookAt,
        Grade.Wrong => new("À réparer", "To mend"),
        _ => new("Pas vérifié", "Not checked"),
    };

    /// <summary>How a grade is marked.</summary>
    public static StatusKind KindOf(Grade grade) => grade switch
    {
        Grade.Well => StatusKind.Good,
        Grade.Attention => StatusKind.Attention,
        Grade.Wrong => StatusKind.Stopped,
        _ => StatusKind.Neutral,
    };

    /// <summary>The same on the command line.</summary>
    public static char SignOf(Grade grade) => grade switch { Grade.Well => '✓', Grade.Attention => '!', Grade.Wrong => '✗', _ => '?' };
}
