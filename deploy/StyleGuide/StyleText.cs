using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.StyleGuide;

/// <summary>What the style page says, and the sample words it shows. Persons and organisations in them are invented.</summary>
internal static class StyleText
{
    public const string TitleMissing = "style.title-missing";
    public const string ChoiceMissing = "style.choice-missing";
    public const string Busy = "style.busy";

    public static Text Title => new("Les pièces du site", "The parts of the site");
    public static Text Above => new("Pour qui y travaille", "For those who work on it");
    public static Text Lead => new(
        "Chaque pièce et chaque image, dans tous ses états. Regardez cette page en clair, en sombre, au téléphone et sur papier avant de changer une règle de style.",
        "Every part and every picture, in all its states. Look at this page in light, in dark, on a phone and on paper before you change a style rule.");

    public static Text Type => new("Caractères", "Type");
    public static Text TypeWhy => new(
        "Ce que des personnes ont écrit est en sérif; ce que dit le logiciel est sans sérif.",
        "What people wrote is set in a serif; what the software says in a sans serif.");
    public static Text HeadingTwo => new("Un titre de deuxième niveau", "A heading of the second level");
    public static Text HeadingThree => new("Un titre de troisième niveau", "A heading of the third level");
    public static Bilingual Prose => new(
        "Nous gardons une table libre, *chaque mardi*. On y vient pour **parler ou pour se taire**.\n\n> La première fois, je suis restée dix minutes. La deuxième, j’ai fermé le local.\n\n- une cafetière\n- quatre chaises\n- [quelqu’un qui arrive tôt](https://example.org)",
        "We keep a table free, *every Tuesday*. People come to **talk or to be silent**.\n\n> The first time, I stayed ten minutes. The second time, I locked up.\n\n- a coffee pot\n- four chairs\n- [somebody who comes early](https://example.org)");

    public static Text Buttons => new("Boutons", "Buttons");
    public static Text Save => new("Enregistrer", "Save");
    public static Text Later => new("Plus tard", "Later");
    public static Text Remove => new("Retirer", "Withdraw");
    public static Text RemoveAsk => new("La pratique ne sera plus lue par personne.", "Nobody will read the practice any more.");
    public static Text StatesTitle => new("Avis et états", "Notices and states");
    public static Text CalmNotice => new("La prochaine rencontre a lieu à la bibliothèque.", "The next meeting is at the library.");
    public static Text DoneNotice => new("La pratique est partagée.", "The practice is shared.");
    public static Text AttentionNotice => new("Le carrefour ne répond plus depuis hier.", "The hub has not answered since yesterday.");
    public static Text Neutral => new("Brouillon", "Draft");
    public static Text Good => new("Admis", "Admitted");
    public static Text Waiting => new("En route", "On its way");
    public static Text Attention => new("À regarder", "Needs a look");
    public static Text Stopped => new("Retirée", "Withdrawn");
    public static Text ErrorNote => new("Ce que dit une page d’erreur\u00a0: ce qui s’est passé, puis quoi faire.", "What an error page says: what happened, then what to do.");

    public static Text Lists => new("Listes, cartes et tableaux", "Lists, cards and tables");
    public static Text CardTitle => new("D’où elle vient", "Where it comes from");
    public static Text CardBody => new("Une carte réunit ce qui va ensemble, à côté d’un texte. Une liste n’en a pas besoin.", "A card groups what belongs together, beside a text. A list needs none.");
    public static Text EntryTitle => new("Le café du mardi", "Tuesday coffee");
    public static Text EntrySummary => new("Une table libre, chaque semaine, où l’on vient comme on est.", "A free table, every week, where people come as they are.");
    public static Text EntryNote => new("CdP Rétablissement des Trois-Clochers · en français", "Three Steeples Recovery CoP · in French");
    public static Text Chapter => new("Communauté", "Community");
    public static Text Practices => new("Pratiques", "Practices");
    public static Text Freshness => new("Dernier échange", "Last exchange");
    public static Text Today => new("aujourd’hui", "today");
    public static Text SampleChapter => new("CdP des Trois-Clochers", "Three Steeples CoP");
    public static Text OtherChapter => new("CdP de l’Anse-aux-Nuages", "Cloud Cove CoP");
    public static Text EmptyTitle => new("Ici viendront vos pratiques", "Your practices will be here");
    public static Text EmptyWhy => new("Écrivez une chose que votre groupe fait et qui aide\u00a0: une autre communauté s’en inspirera.", "Write one thing your group does that helps: another community will draw on it.");
    public static Text EmptyAction => new("Écrire une pratique", "Write a practice");
    public static Text Counted => new("pratiques partagées", "practices shared");
    public static Text Method => new("Celles qu’on peut lire aujourd’hui dans la bibliothèque.", "Those that can be read in the library today.");
    public static Text Before => new("Nous gardons une table libre.", "We keep a table free.");
    public static Text After => new("Nous gardons deux tables libres, chaque mardi.", "We keep two tables free, every Tuesday.");

    public static Text Forms => new("Formulaires", "Forms");
    public static Text FieldTitle => new("Titre", "Title");
    public static Text FieldTitleHelp => new("Comme vous le diriez dans une conversation.", "As you would say it in conversation.");
    public static Text FieldText => new("Texte", "Text");
    public static Text FieldMode => new("Comment viendrez-vous?", "How will you come?");
    public static Text InPerson => new("En personne", "In person");
    public static Text Remote => new("À distance", "Remotely");
    public static Text RemoteHelp => new("Un numéro de téléphone et un lien sont donnés.", "A phone number and a link are given.");
    public static Text FieldRegion => new("Région", "Region");
    public static Text FieldTopics => new("Thèmes", "Topics");
    public static Text TopicOne => new("Prise de décision partagée", "Shared decision making");
    public static Text TopicTwo => new("Embauche de pairs aidants et de paires aidantes", "Hiring peer support workers");
    public static Text FieldAgree => new("J’ai lu la charte", "I have read the charter");

    public static Text Pictures => new("Images", "Pictures");
    public static Text Balance => new("Équilibre des six dernières rencontres", "Balance of the last six meetings");
    public static Text BalanceEmpty => new("Équilibre d’un ordre du jour encore vide", "Balance of an agenda that is still empty");
    public static Text PracticeStream => new("Volet pratique", "Practice topics");
    public static Text SystemStream => new("Volet systémique", "System topics");
    public static Text CommunityStream => new("Vie de la communauté", "Community life");
    public static Text Attendance => new("Présences, deux ans de rencontres", "Attendance, two years of meetings");
    public static Text AttendanceShort => new("Présences, trois rencontres", "Attendance, three meetings");
    public static Text Map => new("Le réseau, région par région", "The network, region by region");
    public static Text NoChapter => new("pas encore de communauté", "no community yet");
    public static Text OneChapter => new("une communauté, pas encore de pratique", "a community, no practice yet");
    public static Text SomePractices => new("quelques pratiques", "a few practices");
    public static Text ManyPractices => new("beaucoup de pratiques", "many practices");
    public static Text Path => new("Adoption par un organisme inventé", "Adoption by an invented organization");
    public static Text PathEnded => new("Une adoption abandonnée", "An adoption that was discontinued");
    public static Text Exploration => new("Exploration", "Exploration");
    public static Text Installation => new("Installation", "Installation");
    public static Text Initial => new("Implantation initiale", "Initial implementation");
    public static Text Full => new("Pleine implantation", "Full implementation");
    public static Text Sustained => new("Maintenue", "Sustained");

    public static RefusalText[] Refusals =>
    [
        new(TitleMissing, new("Écrivez un titre.", "Write a title.")),
        new(ChoiceMissing, new("Dites comment vous viendrez.", "Say how you will come.")),
        new(Busy, new("Le serveur est occupé. Envoyez de nouveau dans un instant.", "The server is busy. Send again in a moment.")),
    ];
}
