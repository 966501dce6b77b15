using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.ReleasedTemplates;

/// <summary>What is said about templates that hubs release.</summary>
internal static class ReleasedText
{
    public static Text FromHub => new("Publié par notre carrefour\u00a0: {0}", "Released by our hub: {0}");
    public static Text Fetched => new("Obtenu d’un carrefour avec son code, le {0}", "Fetched from a hub with its code, on {0}");

    public static Text Fetch => new("Voir les modèles d’un carrefour", "See a hub’s templates");
    public static Text FetchWhy => new(
        "Avec le code que l’équipe du carrefour vous a donné, avant même d’y être inscrits. Le code reste valide pour l’inscription, et rien ne change ici.",
        "With the code that the hub’s operator gave you, even before you are enrolled there. The code stays valid for enrolment, and nothing changes here.");

    public static Text NewTitle => new("Une version plus récente de notre modèle", "A newer version of our template");
    public static Text NewLead => new("{0}, version {1}. Ce qu’elle change\u00a0:", "{0}, version {1}. What it changes:");
    public static Text Compare => new("Voir ce que cela changerait ici", "See what it would change here");
    public static Text NotNow => new("Pas maintenant", "Not now");

    public static Confirmation[] Done =>
    [
        new("released.fetched", new("Les modèles du carrefour sont là. Voyez ce que chacun apporte.", "The hub’s templates are here. See what each of them brings.")),
        new("released.aside", new("C’est noté. La version reste proposée sur la page du modèle.", "Noted. The version can still be found on the template’s page.")),
    ];

    public static RefusalText[] Refusals =>
    [
        new("released.none", new("Ce carrefour n’a publié aucun modèle. Le programme en apporte un\u00a0: prenez celui-là.", "This hub has released no template. The program brings one: take that one.")),
    ];
}
