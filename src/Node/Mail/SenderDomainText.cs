namespace RecoveryCoP.Node.Mail;

/// <summary>What is said of the domain that letters are from.</summary>
internal static class SenderDomainText
{
    public static readonly Text Title = new("Ce que les autres serveurs pensent de vos courriels", "What other servers think of your messages");
    public static readonly Text Why = new(
        "Avant de mettre un courriel dans la boîte de réception ou parmi les indésirables, un serveur regarde dans le DNS ce que dit le domaine de l’expéditeur. Les textes se changent chez qui s’occupe de ce domaine.",
        "Before it puts a message into the inbox or among the junk, a server looks in the DNS for what the sender’s domain says. These texts are changed where the domain is looked after.");
    public static readonly Text Look = new("Regarder dans le DNS", "Look in the DNS");
    public static readonly Text Add = new("Texte (TXT) à mettre à {0}\u00a0:", "Text (TXT) to put at {0}:");
    public static readonly Text Well = new("En ordre", "In order");
    public static readonly Text Unknown = new("Ne se voit pas d’ici", "Cannot be seen from here");
    public static readonly Text Lacking = new("Il manque quelque chose", "Something is missing");

    public static readonly Text NotPublic = new("{0} n’est pas un domaine du DNS\u00a0: beaucoup de serveurs refusent de tels courriels. Choisissez une adresse d’expédition de votre domaine.", "{0} is no domain of the DNS: many servers refuse such messages. Choose a sender’s address of your domain.");
    public static readonly Text NoAnswer = new("On n’a pas pu regarder ce que dit {0}\u00a0: le DNS ne répond pas. Les courriels partent quand même.", "What {0} says could not be looked up: the DNS does not answer. Messages leave all the same.");
    public static readonly Text Spf = new("SPF\u00a0: {0} dit quels serveurs peuvent écrire en son nom.", "SPF: {0} says which servers may write in its name.");
    public static readonly Text UnseenSpf = new("SPF\u00a0: {0} a un texte, mais on ne voit pas d’ici s’il comprend notre serveur d’envoi. Ouvrez le courriel d’essai, affichez son code source et cherchez «\u00a0spf=pass\u00a0».", "SPF: {0} has a text, but whether it includes our mail server cannot be seen from here. Open the test message, show its source and look for “spf=pass”.");
    public static readonly Text NoSpf = new("SPF\u00a0: {0} ne dit pas quels serveurs peuvent écrire en son nom. Si votre fournisseur de courriel en donne un autre (souvent avec «\u00a0include\u00a0»), prenez le sien.", "SPF: {0} does not say which servers may write in its name. If your email provider gives another text (often with “include”), take theirs.");
    public static readonly Text TwoSpf = new("SPF\u00a0: {0} a plus d’un texte, et aucun ne compte alors. Réunissez-les en un seul.", "SPF: {0} has more than one text, and then none counts. Put them together into one.");
    public static readonly Text AnybodyInSpf = new("SPF\u00a0: {0} laisse n’importe qui écrire en son nom. Remplacez «\u00a0+all\u00a0» par «\u00a0~all\u00a0» à la fin du texte.", "SPF: {0} lets anybody write in its name. Replace “+all” with “~all” at the end of the text.");
    public static readonly Text NobodyInSpf = new("SPF\u00a0: {0} dit que personne ne peut écrire en son nom. Remplacez ce texte.", "SPF: {0} says that nobody may write in its name. Replace that text.");
    public static readonly Text Dkim = new("DKIM\u00a0: le nom de la clé n’est connu que du serveur qui signe. Ouvrez le courriel d’essai, affichez son code source et cherchez «\u00a0dkim=pass\u00a0».", "DKIM: only the server that signs knows the name of the key. Open the test message, show its source and look for “dkim=pass”.");
    public static readonly Text NoDkim = new("DKIM\u00a0: {0} ne publie aucune clé. Demandez à votre fournisseur de courriel de signer pour ce domaine; il vous donne la ligne à ajouter, dont le nom finit par «\u00a0_domainkey\u00a0».", "DKIM: {0} publishes no key. Ask your email provider to sign for this domain; they give you the line to add, whose name ends in “_domainkey”.");
    public static readonly Text Dmarc = new("DMARC\u00a0: {0} demande d’écarter ce qui n’est pas de lui.", "DMARC: {0} asks for what is not its own to be set aside.");
    public static readonly Text WatchingDmarc = new("DMARC\u00a0: {0} a un texte, qui n’écarte encore rien. C’est assez pour commencer.", "DMARC: {0} has a text, which sets nothing aside yet. That is enough to begin with.");
    public static readonly Text NoDmarc = new("DMARC\u00a0: {0} ne dit pas que faire de ce qui n’est pas de lui. Les grands fournisseurs veulent qu’il le dise.", "DMARC: {0} does not say what to do with what is not its own. Large providers want it to.");
    public static readonly Text UnclearDmarc = new("DMARC\u00a0: le texte de {0} ne se comprend pas, ou il y en a plus d’un. Il en faut un seul, avec «\u00a0p=none\u00a0», «\u00a0p=quarantine\u00a0» ou «\u00a0p=reject\u00a0».", "DMARC: the text of {0} cannot be understood, or there is more than one. It takes a single one, with “p=none”, “p=quarantine” or “p=reject”.");

    /// <summary>A state in words.</summary>
    public static Text NameOf(FindingKind kind) => kind switch { FindingKind.Well => Well, FindingKind.Lacking => Lacking, _ => Unknown };
}
