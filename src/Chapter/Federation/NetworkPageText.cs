namespace RecoveryCoP.Chapter.Federation;

/// <summary>What the steward's page about the network says besides states and failures.</summary>
internal static class NetworkPageText
{
    public const string EnrolledDone = "federation.enrolled", RoundDone = "federation.round-done", RoundFailed = "federation.round-failed", TookOver = "federation.took-over", MovedDone = "federation.hub-moved";

    public static Text For => new("Relier la communauté à un carrefour, et voir si les échanges vont bien.", "Link the community to a hub, and see whether the exchanges are going well.");
    public static Text LinkTitle => new("Relier cette communauté à un carrefour", "Link this community to a hub");
    public static Text LinkWhy => new(
        "L’équipe d’un carrefour vous donne un code et une adresse. Le code sert une seule fois et prouve que vous parlez au bon carrefour.",
        "A hub’s operator gives you a code and an address. The code works once, and proves that you reach the right hub.");
    public static Text Code => new("Code d’inscription", "Enrolment code");
    public static Text CodeHelp => new("Sept groupes de six lettres et chiffres.", "Seven groups of six letters and digits.");
    public static Text Address => new("Adresse du carrefour", "Address of the hub");
    public static Text AddressHelp => new("Par exemple https://carrefour.example.org:5443", "For example https://hub.example.org:5443");
    public static Text Link => new("Relier", "Link");
    public static Text Unfounded => new("Cette communauté n’est pas encore fondée.", "This community is not set up yet.");
    public static Text UnfoundedWhy => new("Une fois fondée, elle pourra être reliée à un carrefour.", "Once it is set up, it can be linked to a hub.");
    public static Text Words => new("Six mots à comparer par téléphone", "Six words to compare by phone");
    public static Text Since => new("depuis le", "since");
    public static Text Message => new("Message de l’équipe du carrefour", "Message from the operator");
    public static Text LastContact => new("Dernier contact", "Last contact");
    public static Text Sending => new("Ce qui part", "What leaves");
    public static Text Receiving => new("Ce qui arrive", "What arrives");
    public static Text Fine => new("Tout va bien", "All is well");
    public static Text NotYet => new("Pas encore commencé", "Not started yet");
    public static Text Lacking => new("Il manque encore des envois", "Some items are still missing");
    public static Text Retrying => new("Nouvel essai à venir", "Trying again");
    public static Text Look => new("Quelqu’un doit regarder", "Somebody should look");
    public static Text LastSuccess => new("Dernière réussite\u00a0:", "Last success:");
    public static Text NextTry => new("Prochain essai\u00a0:", "Next try:");
    public static Text UpToDate => new("La communauté a tout reçu jusqu’au dernier contact.", "The community has received everything up to the last contact.");
    public static Text Behind => new("Une partie de ce que d’autres ont partagé n’est peut-être pas encore arrivée.", "Some of what others have shared may not have arrived yet.");
    public static Text NothingWaits => new("Rien n’attend.", "Nothing is waiting.");
    public static Counted Waiting => new(
        new("{0} envoi attend de partir.", "{0} item is waiting to leave."),
        new("{0} envois attendent de partir.", "{0} items are waiting to leave."));
    public static Text RefusedTitle => new("Ce que le carrefour ne montre pas", "What the hub does not show");
    public static Text Number => new("Numéro", "Number");
    public static Text Kind => new("Sorte", "Kind");
    public static Text Why => new("Pourquoi", "Why");
    public static Text When => new("Quand", "When");
    public static Text DoubtfulTitle => new("Communautés à vérifier", "Communities to look into");
    public static Text Forked => new(
        "Deux serveurs parlent au nom de ce nœud. Ce qui est arrivé en second n’est pas montré. Appelez l’équipe du carrefour.",
        "Two servers speak in this node’s name. What came second is not shown. Call the hub’s operator.");
    public static Text Gapped => new(
        "Il manque des envois de ce nœud. Ils sont peut-être seulement en retard.",
        "Some items from this node are missing. They may only be late.");
    public static Text NotUnderstood => new(
        "Ce nœud envoie trop de choses que ce serveur ne comprend pas; la suite attend. Mettez la plateforme à jour. Si cela continue, appelez l’équipe du carrefour.",
        "This node sends too much that this server does not understand; the rest waits. Upgrade the platform. If it goes on, call the hub’s operator.");
    public static Text TwoCopiesTitle => new("Deux copies de ce serveur", "Two copies of this server");
    public static Text TakeOverWhy => new(
        "Si ce serveur est celui qui doit continuer\u00a0: ce que le carrefour a déjà est repris, ce que ce serveur seul avait dit est dit de nouveau à la suite, et le carrefour n’écoute plus l’autre copie. Rien n’est perdu.",
        "If this server is the one to go on: what the hub already has is taken over, what only this server had said is said again behind it, and the hub stops listening to the other copy. Nothing is lost.");
    public static Text TakeOver => new("Continuer avec ce serveur", "Go on with this server");
    public static Text SilentTitle => new("Ce serveur se tait pour le moment", "This server is silent for now");
    public static Text SilentWhy => new(
        "Sa base de données est une copie, par exemple rétablie d’une sauvegarde. Il ne signe rien avant d’avoir demandé au carrefour ce qui a été dit depuis; il le fera automatiquement dès que le carrefour répondra. Ce que vous partagez d’ici là attend.",
        "Its database is a copy, such as one restored from a backup. It signs nothing until it has asked the hub what was said since; it does so automatically as soon as the hub answers. What you share until then waits.");
    public static Text MovedTitle => new("Le carrefour a changé d’adresse?", "Has the hub moved?");
    public static Text MovedWhy => new("C’est le même carrefour\u00a0: aucun code n’est nécessaire. L’adresse n’est gardée que s’il y répond.", "It is the same hub, so no code is needed. The address is kept only if the hub answers there.");
    public static Text ChangeAddress => new("Changer l’adresse", "Change the address");
    public static Text TryNow => new("Échanger maintenant", "Exchange now");

    public static IReadOnlyList<Node.Web.Confirmation> Done { get; } =
    [
        new(EnrolledDone, new("Le code est accepté. Le carrefour connaît maintenant cette communauté.", "The code is accepted. The hub now knows this community.")),
        new(RoundDone, new("L’échange est fait.", "The exchange is done.")),
        new(MovedDone, new("L’adresse du carrefour est changée. Il y répond.", "The hub’s address is changed. It answers there.")),
        new(TookOver, new("Ce serveur continue. Éteignez l’autre copie, s’il y en a une.", "This server goes on. Turn the other copy off, if there is one.")),
        new(RoundFailed, new("L’échange n’a pas abouti. La raison est ci-dessous.", "The exchange did not succeed. The reason is below.")),
    ];

    /// <summary>By how much the clocks differ; null when that is too little to matter.</summary>
    public static Text? ClockOf(long? aheadSeconds) => aheadSeconds switch
    {
        > 30 => Faster.With(Difference(aheadSeconds.Value)),
        < -30 => Slower.With(Difference(-aheadSeconds.Value)),
        _ => null,
    };

    // Whose clock is wrong, neither of the two can know.
    private static Text Faster => new(
        "L’horloge de ce serveur avance de {0} sur celle du carrefour. Vérifiez celle-ci; si elle est à l’heure, prévenez l’équipe du carrefour.",
        "This server’s clock is {0} ahead of the hub’s. Check this one; if it is right, tell the hub’s operator.");

    private static Text Slower => new(
        "L’horloge de ce serveur retarde de {0} sur celle du carrefour. Vérifiez celle-ci; si elle est à l’heure, prévenez l’équipe du carrefour.",
        "This server’s clock is {0} behind the hub’s. Check this one; if it is right, tell the hub’s operator.");

    private static Text Difference(long seconds) => seconds switch
    {
        < 120 => new Counted(new("{0} seconde", "{0} second"), new("{0} secondes", "{0} seconds")).For(seconds),
        < 7200 => new Counted(new("{0} minute", "{0} minute"), new("{0} minutes", "{0} minutes")).For(seconds / 60),
        < 172_800 => new Counted(new("{0} heure", "{0} hour"), new("{0} heures", "{0} hours")).For(seconds / 3600),
        _ => new Counted(new("{0} jour", "{0} day"), new("{0} jours", "{0} days")).For(seconds / 86_400),
    };
}
