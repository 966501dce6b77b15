using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Parts;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>What the enrolment pages say.</summary>
internal static class EnrolmentText
{
    public const string Spoke = "enrolment.spoke";

    public static Text NavLabel => new("Inscriptions", "Enrolments");
    public static Text WhatFor => new("Admettre une communauté, voir si ses échanges vont bien, l’arrêter.", "Admit a community, see whether its exchanges are going well, stop it.");
    public static Text Title => new("Inscription des communautés", "Enrolment of communities");
    public static Text ListLead => new("Chaque communauté qui a utilisé un code, et où elle en est.", "Every community that used a code, and where it stands.");
    public static Text NoneTitle => new("Aucune communauté pour l’instant", "No communities yet");
    public static Text NoneWhy => new(
        "Donnez un code à une communauté. Quand elle l’aura tapé sur sa page «\u00a0Réseau\u00a0», elle apparaîtra ici et vous pourrez l’admettre.",
        "Give a community a code. Once it has typed the code on its “Network” page, it appears here and you can admit it.");

    public static Text SilentTitle => new("Ce carrefour se tait pour le moment", "This hub is silent for now");
    public static Text SilentWhy => new(
        "Sa base de données est une copie, par exemple rétablie d’une sauvegarde. Les communautés lui rendent ce qu’elles en ont gardé; d’ici là il ne signe rien. Les échanges continuent.",
        "Its database is a copy, such as one restored from a backup. The communities give it back what they kept of it; until then it signs nothing. The exchange goes on.");
    public static Counted SilentAwaits => new(
        new("Il attend encore {0} communauté.", "It still waits for {0} community."),
        new("Il attend encore {0} communautés.", "It still waits for {0} communities."));
    public static Text Speak => new("Continuer sans les attendre", "Go on without waiting for them");

    public static Text Chapter => new("Communauté", "Community");
    public static Text State => new("État", "State");
    public static Text LastExchange => new("Dernier échange", "Last exchange");
    public static Text Items => new("Éléments reçus", "Items received");
    public static Text Never => new("jamais", "never");

    public static Text Health => new("Serveur", "Server");
    public static Text Silent => new("Sans nouvelles depuis une semaine", "Not heard from for a week");
    public static Text Ailing => new("Dit que quelque chose ne va pas", "Says that something is wrong");
    public static Text ToLookAt => new("Dit qu’il y a quelque chose à regarder", "Says that there is something to look at");
    public static Text Healthy => new("Dit que tout va bien", "Says that all is well");
    public static Text Unsaid => new("N’a encore rien dit", "Has not said yet");
    public static Text RestoreProven => new("Sauvegarde essayée", "Backup tried");
    public static Text WriteWhy => new(
        "Demandez à cette communauté si elle a besoin d’aide : un courriel part à l’adresse qu’elle donne au public, une fois par semaine au plus. Il dit ce que vous voyez ici, et rien d’autre.",
        "Ask this community whether it needs help: a message goes to the address that it gives the public, once a week at most. It says what you see here, and nothing else.");
    public static Text WriteNow => new("Lui écrire", "Write to it");
    public static Text WrittenOn => new("On lui a écrit le {0}.", "It was written to on {0}.");

    public static Text OpenCodes => new("Codes en attente", "Codes not used yet");
    public static Text For => new("Pour", "For");
    public static Text Until => new("Utilisable jusqu’au", "Can be used until");
    public static Text NoNote => new("(rien d’écrit)", "(nothing written)");

    public static Text NewCode => new("Nouveau code", "New code");
    public static Text NewCodeLead => new(
        "Un code permet à une seule communauté de s’inscrire, une seule fois, dans les 72 heures.",
        "A code lets one community enrol, once, within 72 hours.");
    public static Text CodeFor => new("Pour qui est ce code?", "Who is this code for?");
    public static Text CodeForHelp => new("Quelques mots pour vous y retrouver. La communauté ne les verra pas.", "A few words to help you remember. The community will not see them.");
    public static Text MakeCode => new("Créer le code", "Create the code");
    public static Text CodeMade => new("Voici le code", "Here is the code");
    public static Text ShownOnce => new(
        "Il n’est montré qu’une fois et n’est gardé nulle part. Copiez-le, imprimez cette page ou lisez-le au téléphone maintenant.",
        "It is shown only once and kept nowhere. Copy it, print this page or read it over the phone now.");
    public static Text ReadOut => new(
        "Lisez les sept groupes un par un. Majuscules, espaces et tirets ne comptent pas; O vaut zéro, I et L valent un.",
        "Read the seven groups one by one. Capitals, spaces and hyphens do not count; O is zero, I and L are one.");
    public static Text ForWhom => new("Pour\u00a0: {0}", "For: {0}");
    public static Text ValidUntil => new("Utilisable jusqu’au", "Can be used until");

    public static Text SixWords => new("Les six mots de cette communauté", "The six words of this community");
    public static Text HowToCompare => new(
        "Appelez la communauté à un numéro que vous connaissez déjà et faites-vous lire les six mots de sa page «\u00a0Réseau\u00a0». Un mot diffère? N’admettez pas.",
        "Call the community at a number you already know and have the six words on its “Network” page read to you. If a word differs, do not admit.");
    public static Text WordsMatch => new("J’ai comparé les six mots de vive voix\u00a0: ils sont les mêmes.", "I compared the six words out loud: they are the same.");

    public static Text Admit => new("Admettre", "Admit");
    public static Text Suspend => new("Suspendre", "Suspend");
    public static Text SuspendAsk => new("Cette communauté ne pourra plus rien envoyer ni recevoir, sauf des retraits de textes.", "This community will no longer be able to send or receive anything except withdrawals of texts.");
    public static Text Reinstate => new("Rétablir", "Reinstate");
    public static Text ReinstateAsk => new("Cette communauté pourra de nouveau envoyer et recevoir.", "This community will be able to send and receive again.");
    public static Text Revoke => new("Exclure pour toujours", "Remove for good");
    public static Text RevokeAsk => new(
        "Cette communauté ne pourra plus jamais échanger sous cette identité, sauf des retraits de textes.", "This community will never exchange again under this identity, except for withdrawals of texts.");
    public static Text Message => new("Message à la communauté", "Message to the community");
    public static Text MessageHelp => new("Dites pourquoi, en mots simples. La communauté verra ce texte.", "Say why, in plain words. The community will see this text.");
    public static Text Note => new("Note pour votre équipe", "Note for your team");
    public static Text NoteHelp => new("Seule l’équipe de ce carrefour la voit.", "Only this hub’s operators see it.");
    public static Text Theirs => new("L’autre note, déjà enregistrée", "The other note, already saved");
    public static Text SaveNote => new("Enregistrer la note", "Save the note");
    public static Text History => new("Ce qui a été décidé", "What was decided");
    public static Text When => new("Quand", "When");
    public static Text ToldChapter => new("Dit à la communauté", "Told the community");
    public static Text Told => new("Dit à la communauté\u00a0: {0}", "Told the community: {0}");
    public static Text EnrolledOn => new("Inscription demandée le", "Asked to enrol on");
    public static Text Since => new("depuis le", "since");

    public static Text Of(EnrolmentState standing) => standing switch
    {
        EnrolmentState.Pending => new("En attente de vous", "Waiting for you"),
        EnrolmentState.Admitted => new("Admise", "Admitted"),
        EnrolmentState.Suspended => new("Suspendue", "Suspended"),
        _ => new("Exclue", "Removed"),
    };

    public static StatusKind KindOf(EnrolmentState standing) => standing switch
    {
        EnrolmentState.Pending => StatusKind.Attention,
        EnrolmentState.Admitted => StatusKind.Good,
        EnrolmentState.Suspended => StatusKind.Waiting,
        _ => StatusKind.Stopped,
    };

    public static Confirmation[] Done =>
    [
        new(Spoke, new("Le carrefour parle de nouveau.", "The hub speaks again.")),
        new("enrolment.admitted", new("La communauté est admise. Elle peut échanger dès maintenant.", "The community is admitted. It can exchange from now on.")),
        new("enrolment.suspended", new("La communauté est suspendue.", "The community is suspended.")),
        new("enrolment.reinstated", new("La communauté est rétablie.", "The community is reinstated.")),
        new("enrolment.revoked", new("La communauté est exclue.", "The community is removed.")),
        new("enrolment.written", new("Le courriel est parti.", "The message has left.")),
        new("enrolment.noted", new("La note est enregistrée.", "The note is saved.")),
    ];

    public static RefusalText[] Refusals =>
    [
        new("enrolment.not-yours", new("Seule l’équipe du carrefour peut décider cela.", "Only an operator of the hub can decide this.")),
        new("enrolment.not-pending", new("Cette communauté n’attend plus d’être admise.", "This community is no longer waiting to be admitted.")),
        new("enrolment.not-admitted", new("Seule une communauté admise peut être suspendue.", "Only an admitted community can be suspended.")),
        new("enrolment.not-suspended", new("Cette communauté n’est pas suspendue.", "This community is not suspended.")),
        new("enrolment.already-revoked", new("Cette communauté est déjà exclue.", "This community is already removed.")),
        new("enrolment.words-not-compared", new("Comparez d’abord les six mots au téléphone, puis cochez la case.", "Compare the six words by phone first, then tick the box.")),
        new("enrolment.words-unknown", new("Aucune communauté n’a ces six mots. Faites-les relire; si un seul diffère, n’admettez personne.", "No community has these six words. Have them read again; if a single one differs, admit nobody.")),
        new("enrolment.words-ambiguous", new("Plusieurs communautés ont ces six mots, ce qui n’arrive pas par hasard. N’en admettez aucune et cherchez laquelle est fausse.", "Several communities have these six words, which does not happen by chance. Admit none of them, and find out which is false.")),
        new("enrolment.message-missing", new("Dites à la communauté pourquoi.", "Tell the community why.")),
        new("enrolment.text-too-long", new("Raccourcissez ce texte\u00a0: {0} caractères au plus.", "Shorten this text: at most {0} characters.")),
        new("enrolment.text-unreadable", new("Ce texte contient un caractère invisible qu’on ne peut pas garder. Tapez-le de nouveau.", "This text has an invisible character that cannot be kept. Type it again.")),
        new("enrolment.stale", new("Quelqu’un d’autre a décidé entre-temps. Regardez où en est la communauté avant de continuer.", "Somebody else has decided in the meantime. Look at the community’s state before you go on.")),
        new("enrolment.not-ailing", new("Cette communauté va bien, ou n’est pas admise : il n’y a pas lieu de lui écrire.", "This community is well, or is not admitted: there is nothing to write about.")),
        new("enrolment.no-address", new("Cette communauté ne donne au public aucune adresse courriel. Appelez-la.", "This community gives the public no email address. Call it.")),
        new("enrolment.no-mail", new("Aucun serveur d’envoi n’est réglé ici. Réglez-en un d’abord.", "No mail server is set here. Set one first.")),
        new("enrolment.written-lately", new("On lui a déjà écrit cette semaine.", "It was written to already this week.")),
        new("enrolment.letter-not-taken", new("Le courriel n’est pas parti ({0}). Réessayez plus tard.", "The message did not leave ({0}). Try again later.")),
        new("enrolment.no-such-chapter", new("Cette communauté n’est pas inscrite ici.", "No such community is enrolled here.")),
        new("enrolment.not-founded", new("Ce carrefour n’est pas encore fondé. Fondez-le d’abord.", "This hub is not set up yet. Set it up first.")),
    ];
}
