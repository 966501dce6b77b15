using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Members;

/// <summary>What the pages of members say.</summary>
internal static class MemberText
{
    public static Text AMember => new("Une personne membre", "A member");
    public static Text Former => new("Ex-membre", "Former member");

    // Joining
    public static Text Join => new("Se joindre à nous", "Join us");
    public static Text JoinLead => new("La porte est ouverte à toute personne que le rétablissement intéresse. Il n’y a ni frais, ni permission à demander, et vous pourrez partir quand vous voudrez.", "The door is open to anyone interested in recovery. There is no fee and no permission to ask for, and you may leave whenever you like.");
    public static Text You => new("Vous", "You");
    public static Text Name => new("Nom ou pseudonyme", "Name or pseudonym");
    public static Text NameHelp => new("Le nom que vous voulez porter ici. Les autres membres ne le voient pas tant que vous ne choisissez pas de le montrer. Les personnes qui gèrent les accès, l’animation, le secrétariat et le comité exécutif le voient.", "The name you want to go by here. Other members do not see it until you choose to show it. Those who manage access, facilitators, the secretary and the executive committee see it.");
    public static Text Address => new("Adresse courriel", "Email address");
    public static Text AddressHelp => new("Pour entrer, puisqu’il n’y a pas de mot de passe. Elle n’est montrée à personne.", "To sign in, since there is no password. It is shown to nobody.");
    public static Text Language => new("Langue des courriels", "Language for email");
    public static Text French => new("Français", "French");
    public static Text English => new("Anglais", "English");
    public static Text TheCharter => new("Notre charte", "Our charter");
    public static Text TheCharterLead => new("C’est la seule chose que nous demandons. Lisez-la à votre rythme.", "It is the one thing we ask. Read it in your own time.");
    public static Text IAccept => new("J’ai lu la charte et je l’accepte", "I have read the charter and I accept it");
    public static Text TheNotice => new("Ce que nous gardons de vous", "What we keep about you");
    public static Text Notice => new("Nous gardons votre nom, votre adresse, votre langue, votre date d’arrivée et la version de la charte que vous acceptez. Rien ne quitte la communauté. Si vous ne confirmez pas votre adresse, tout est effacé.", "We keep your name, your address, your language, the day you joined and the version of the charter you accept. Nothing leaves the community. If you do not confirm your address, everything is erased.");
    public static Text Officer => new("Une question sur vos renseignements?", "A question about your information?");
    public static Text MorePrivacy => new("Tout lire sur la vie privée", "Read everything about privacy");
    public static Text AskToJoin => new("Envoyer et confirmer mon adresse", "Send and confirm my address");
    public static Text HereAlready => new("Vous êtes déjà membre.", "You are already a member.");
    public static Text GoHome => new("Aller à l’accueil", "Go to the home page");

    public static Text Confirm => new("Confirmez votre adresse", "Confirm your address");
    public static Text ConfirmLead => new("Un courriel est en route vers l’adresse que vous avez écrite. Tapez ici le code qu’il contient, ou ouvrez son lien dans ce navigateur.", "An email is on its way to the address you wrote. Type its code here, or open its link in this browser.");
    public static Text ConfirmWait => new("Le code est valide pendant {0} minutes. Rien reçu? Regardez dans les courriels indésirables, vérifiez l’adresse et recommencez; une adresse reçoit au plus {1} courriels en {2} minutes.", "The code is valid for {0} minutes. Nothing came? Look in your junk mail, check the address and start over; an address gets at most {1} emails in {2} minutes.");
    public static Text Code => new("Code ou lien", "Code or link");
    public static Text CodeHelp => new("Huit lettres et chiffres, comme ABCD-2345. Vous pouvez aussi coller le lien au complet.", "Eight letters and digits, such as ABCD-2345. You can also paste the whole link.");
    public static Text ConfirmIt => new("Confirmer", "Confirm");
    public static Text NotAsked => new("Rien n’attend de confirmation dans ce navigateur", "Nothing is waiting to be confirmed in this browser");
    public static Text NotAskedWhy => new("Le code ne fonctionne que dans le navigateur où vous avez demandé à vous joindre à nous, et pendant quelques minutes.", "The code works only in the browser where you asked to join, and for a few minutes.");
    public static Text StartOver => new("Recommencer", "Start over");

    // Accepting
    public static Text Accept => new("Adhérer à la charte", "Accept the charter");
    public static Text AcceptLead => new("Lisez la charte, puis dites si vous l’acceptez. C’est la seule chose que nous demandons.", "Read the charter, then say whether you accept it. It is the one thing we ask.");
    public static Text AcceptNewLead => new("La charte a changé depuis que vous l’avez acceptée. Voici ce qui est nouveau, puis la charte au complet.", "The charter has changed since you accepted it. Here is what is new, then the whole charter.");
    public static Text AcceptIt => new("J’accepte la charte", "I accept the charter");
    public static Text AcceptedOn => new("Vous avez accepté cette version le", "You accepted this version on");
    public static Text OrLeave => new("Si elle ne vous convient pas, rien ne presse\u00a0: parlez-en à quelqu’un, ou quittez la communauté depuis", "If it does not suit you, there is no hurry: talk to somebody, or leave the community from");
    public static Text MyPage => new("votre page", "your page");

    // Profile
    public static Text Profile => new("Ce que les autres voient", "What others see");
    public static Text ProfileWhy => new("Vos organisations, vos préférences, vos groupes, et ce que vous en montrez.", "Your organizations, your preferences, your groups, and what you show of them.");
    public static Text ProfileLead => new("Tout est facultatif, et rien n’est montré aux autres membres avant que vous le cochiez.", "All of it is optional, and nothing is shown to other members until you tick it.");
    public static Text AboutMe => new("Ce que je dis de moi", "What I say about myself");
    public static Text TalkAbout => new("On peut me parler de…", "You can talk to me about…");
    public static Text TalkAboutHelp => new("Une ligne, par exemple\u00a0: entraide, logement, café du mardi.", "One line, for example: peer support, housing, Tuesday coffee.");
    public static Text Mode => new("J’aime mieux participer", "I prefer to take part");
    public static Text Shown => new("Ce que les autres membres voient", "What other members see");
    public static Text ShownHelp => new("Rien n’est coché au départ. Décochez, et c’est retiré tout de suite.", "Nothing is ticked to begin with. Untick it, and it is gone at once.");
    public static Text Save => new("Enregistrer", "Save");
    public static Text Groups => new("Les groupes dont je fais partie", "The groups I belong to");
    public static Text GroupsWhy => new("Pour que la communauté sache si toutes les voix y sont. C’est à vous de dire de quels groupes vous faites partie; vous pouvez en cocher plusieurs.", "So that the community knows whether every voice is there. It is for you to say which groups you belong to; you may tick several.");
    public static Text IAgree => new("Je suis d’accord", "I agree");
    public static Text AgreedOn => new("Vous avez donné votre accord le", "You gave your agreement on");
    public static Text SaveGroups => new("Enregistrer mes groupes", "Save my groups");
    public static Text WithdrawGroups => new("Retirer mon accord", "Withdraw my agreement");
    public static Text WithdrawGroupsAsk => new("Vos groupes seront effacés tout de suite.", "Your groups will be erased at once.");
    public static Text MyOrganizations => new("Mes organisations", "My organizations");
    public static Text MyOrganizationsWhy => new("Là où vous travaillez, êtes bénévole ou membre, si vous voulez le dire. Personne ne le voit tant que vous ne cochez pas «\u00a0Mes organisations\u00a0» plus haut.", "Where you work, volunteer or are a member, if you want to say so. Nobody sees it until you tick “My organizations” above.");
    public static Text OrganizationToAdd => new("J’en fais partie", "I belong to");
    public static Text BelongTo => new("L’ajouter aux miennes", "Add it to mine");
    public static Text NotInList => new("Elle n’est pas dans la liste? Ajoutez-la.", "It is not in the list? Add it.");
    public static Text NoLongerBelong => new("Je n’en fais plus partie", "I no longer belong");
    public static Text WasTakenAway => new("Retirée de la liste\u00a0: on ne la montre plus à personne.", "Taken out of the list: it is shown to nobody any more.");
    public static Text YouBelong => new("Vous dites en faire partie.", "You say that you belong to it.");
    public static Text YouShow => new("Les autres membres le voient ici et à côté de votre nom.", "Other members see it here and beside your name.");
    public static Text YouDoNotShow => new("Personne d’autre ne le voit.", "Nobody else sees it.");
    public static Text ChangeWhatIsShown => new("Changer ce que les autres voient", "Change what others see");
    public static Text SayIBelong => new("Dire que j’en fais partie", "Say that I belong to it");
    public static Text SayIBelongHelp => new("Cela s’ajoute à votre page. Personne d’autre ne le voit, à moins que vous ne le montriez.", "It is added to your page. Nobody else sees it unless you show it.");
    public static Text WhoShows => new("Qui montre en faire partie", "Who shows that they belong");
    public static Text WhoShowsHelp => new("D’autres personnes en font peut-être partie sans le montrer.", "Others may belong to it and not show it.");
    public static Text YourCharter => new("La charte et vos passages", "The charter and your time here");
    public static Text AcceptedVersion => new("Version {0} de la charte, acceptée le", "Version {0} of the charter, accepted on");
    public static Text StaySince => new("Ici depuis le", "Here since");
    public static Text StayFrom => new("Du", "From");
    public static Text StayTo => new("au", "to");
    public static Text BackToMyPage => new("Retour à ma page", "Back to my page");

    // People
    public static Text ShownTab => new("Qui se montre ici", "Who shows themselves here");
    public static Text People => new("Personnes", "People");
    public static Text PeopleLead => new("Les membres qui ont choisi de se montrer ici. Les autres sont là aussi, et c’est très bien ainsi.", "The members who chose to be seen here. The others are here too, and that is quite all right.");
    public static Text SearchName => new("Chercher par nom", "Search by name");
    public static Text NobodyTitle => new("Personne n’a encore choisi de se montrer", "Nobody has chosen to be seen yet");
    public static Text NobodyWhy => new("Ici, rien n’est montré par défaut\u00a0: chaque membre décide de montrer son nom, ses organisations, ou de quoi on peut lui parler. Vous pouvez être la première personne.", "Here nothing is shown by default: each member decides whether to show their name, their organizations, or what people can talk to them about. You can be the first.");
    public static Text ShowMe => new("Choisir ce que je montre", "Choose what I show");
    public static Text NoneFound => new("Personne de ce nom n’a choisi de se montrer", "Nobody by that name has chosen to be seen");
    public static Text NoneFoundWhy => new("Écrivez une partie du nom; les accents et les majuscules ne comptent pas.", "Write part of the name; accents and capitals do not matter.");
    public static Text TalkTo => new("On peut lui parler de\u00a0:", "You can talk to them about:");

    public static Counted Count => new(new("{0} personne", "{0} person"), new("{0} personnes", "{0} people"));

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("member.joined", new("Bienvenue! Votre adresse est confirmée.", "Welcome! Your address is confirmed.")),
        new("member.described", new("C’est enregistré.", "Saved.")),
        new("member.belongs", new("C’est noté sur votre page.", "It is noted on your page.")),
        new("member.belongs-no-longer", new("C’est retiré de votre page.", "It is gone from your page.")),
        new("member.groups-declared", new("Vos groupes sont enregistrés.", "Your groups are saved.")),
        new("member.groups-withdrawn", new("Votre accord est retiré et vos groupes sont effacés.", "Your agreement is withdrawn and your groups are erased.")),
    ];
}
