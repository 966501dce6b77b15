using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Topics;

/// <summary>What the pages of topics say.</summary>
internal static class TopicText
{
    public static readonly Text NewTopics = new("Des sujets proposés", "Topics that were proposed");
    public static readonly Text Topics = new("Sujets", "Topics");
    public static readonly Text OneTopic = new("Sujet", "Topic");
    public static readonly Text Lead = new("De quoi aimeriez-vous parler à une rencontre? Proposez un sujet, ou dites qu’un autre vous intéresse aussi. L’animation et le comité exécutif y puisent pour préparer les ordres du jour.", "What would you like to talk about at a meeting? Propose a topic, or say that another one interests you too. Facilitators and the executive committee draw on them when they prepare agendas.");
    public static readonly Text Propose = new("Proposer un sujet", "Propose a topic");
    public static readonly Text ProposeLead = new("Une ligne suffit. Vous pourrez la changer tant que le sujet n’est pas à l’ordre du jour d’une rencontre.", "One line is enough. You can change it as long as the topic is not on the agenda of a meeting.");
    public static readonly Text Edit = new("Modifier ce sujet", "Edit this topic");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Back = new("Retour au sujet", "Back to the topic");
    public static readonly Text All = new("Tous les sujets", "All topics");

    public static readonly Text FormTitle = new("De quoi parlerait-on?", "What would it be about?");
    public static readonly Text FormTitleHelp = new("Exemple\u00a0: «\u00a0Parler de l’argent avec son intervenante\u00a0».", "Example: “Talking about money with one’s worker”.");
    public static readonly Text FormWords = new("Pourquoi, en quelques mots", "Why, in a few words");
    public static readonly Text FormWordsHelp = new("Tous les membres le lisent. Ne mettez rien qui permettrait de reconnaître une autre personne.", "Every member reads it. Put in nothing that would let another person be recognized.");
    public static readonly Text FormStream = new("Volet", "Stream");
    public static readonly Text FormStreamHelp = new("Il aide à garder les ordres du jour en équilibre. Dans le doute, choisissez ce qui s’en approche.", "It helps to keep agendas in balance. If in doubt, choose what comes closest.");
    public static readonly Text FormName = new("Montrer mon nom aux autres membres", "Show my name to other members");
    public static readonly Text FormNameHelp = new("Sinon, on lit «\u00a0Une personne membre\u00a0».", "Otherwise they read “A member”.");

    public static readonly Text Yours = new("Ce que vous avez proposé", "What you proposed");
    public static readonly Text Waiting = new("En attente d’une rencontre", "Waiting for a meeting");
    public static readonly Text WaitingHelp = new("Les volets qui ont eu le moins de temps viennent d’abord, puis les sujets qui intéressent le plus de monde, puis les plus anciens.", "Streams that have had the least time come first, then the topics that interest most people, then the oldest.");
    public static readonly Text Planned = new("À l’ordre du jour", "On an agenda");
    public static readonly Text Done = new("Abordés", "Treated");
    public static readonly Text NotTaken = new("Non retenus", "Not taken up");
    public static readonly Text NotTakenHelp = new("Seules les personnes qui les ont proposés les voient encore, avec vous qui préparez les rencontres.", "Only those who proposed them still see them, with you who prepare the meetings.");
    public static readonly Text EmptyTitle = new("Les sujets proposés paraîtront ici", "Proposed topics will be here");
    public static readonly Text EmptyWhy = new("Une ligne suffit, et personne n’a à se nommer. Ce qui intéresse plusieurs personnes se voit, et trouve sa place à une rencontre.", "One line is enough, and nobody has to give their name. What interests several people shows, and finds its place at a meeting.");

    public static readonly Text MeToo = new("Moi aussi", "Me too");
    public static readonly Text NoLonger = new("Je ne suis plus du nombre", "Count me out");
    public static readonly Text MeTooHelp = new("On compte les personnes, sans montrer de nom.", "People are counted, and no name is shown.");

    public static readonly Text ProposedBy = new("Proposé par {0} le {1}", "Proposed by {0} on {1}");
    public static readonly Text FromTemplate = new("De notre modèle, depuis le {0}", "From our template, since {0}");
    public static readonly Text ProposedByYou = new("Proposé par vous le {0}", "Proposed by you on {0}");
    public static readonly Text ProposedOn = new("Proposé le {0}", "Proposed on {0}");
    public static readonly Text IsWaiting = new("En attente", "Waiting");
    public static readonly Text IsKept = new("Lu et gardé pour une prochaine rencontre", "Read and kept for a later meeting");
    public static readonly Text IsPrepared = new("Retenu pour une rencontre qui se prépare", "Taken up for a meeting that is being prepared");
    public static readonly Text IsOn = new("À l’ordre du jour du {0}", "On the agenda of {0}");
    public static readonly Text WasOn = new("Abordé le {0}", "Treated on {0}");
    public static readonly Text IsDeclined = new("Non retenu", "Not taken up");
    public static readonly Text SeeMeeting = new("Voir la rencontre", "See the meeting");
    public static readonly Text DeclinedOn = new("Le {0}, ce sujet n’a pas été retenu. La réponse\u00a0:", "On {0}, this topic was not taken up. The answer:");

    public static readonly Text ForYou = new("Pour préparer les rencontres", "To prepare the meetings");
    public static readonly Text PutOn = new("Mettre à l’ordre du jour", "Put on the agenda");
    public static readonly Text PutOnHelp = new("Le sujet devient le dernier point de cet ordre du jour. Si on l’en retire, ou si la rencontre est annulée, il revient en attente.", "The topic becomes the last item of that agenda. If it is taken out, or the meeting is cancelled, it waits again.");
    public static readonly Text WhichMeeting = new("Rencontre", "Meeting");
    public static readonly Text Draft = new("{0} (brouillon)", "{0} (draft)");
    public static readonly Text HowLong = new("Durée, en minutes", "Length, in minutes");
    public static readonly Text NoMeeting = new("Aucune rencontre ne se prépare pour le moment. Quand vous en planifierez une, les sujets en attente vous seront offerts.", "No meeting is being prepared for now. When you plan one, the topics that wait will be offered to you.");
    public static readonly Text Keep = new("Garder pour plus tard", "Keep for later");
    public static readonly Text NotReachedHelp = new("Si la rencontre n’a pas eu le temps d’en parler, le sujet attend de nouveau.", "If the meeting had no time for it, the topic waits again.");
    public static readonly Text KeepHelp = new("La personne qui l’a proposé verra qu’on l’a lu.", "Whoever proposed it will see that it was read.");
    public static readonly Text Reconsider = new("Remettre en attente", "Let it wait again");
    public static readonly Text Decline = new("Ne pas retenir", "Do not take up");
    public static readonly Text DeclineAsk = new("Ne pas retenir ce sujet? La personne qui l’a proposé lira votre réponse; les autres membres ne verront plus le sujet.", "Do not take this topic up? Whoever proposed it will read your answer; other members will no longer see the topic.");
    public static readonly Text DeclineUndo = new("Vous pourrez le remettre en attente.", "You can let it wait again.");
    public static readonly Text Answer = new("Votre réponse", "Your answer");
    public static readonly Text AnswerHelp = new("Merci, pourquoi pas maintenant, et ce qui serait possible autrement.", "Thanks, why not now, and what would be possible otherwise.");
    public static readonly Text Withdraw = new("Retirer ce sujet", "Withdraw this topic");
    public static readonly Text OfLeaver = new("les sujets que vous avez proposés et dont aucune rencontre terminée n’a parlé", "the topics that you proposed and that no meeting that is over has treated");
    public static readonly Text WithdrawAsk = new("Retirer ce sujet? Son texte est effacé. S’il est à l’ordre du jour d’une rencontre, le point y reste\u00a0: parlez-en à l’animation.", "Withdraw this topic? Its text is erased. If it is on the agenda of a meeting, the item stays there: talk to the facilitators.");

    public static readonly Text CardTitle = new("Sujets de rencontre", "Meeting topics");
    public static readonly Counted Unread = new(new("{0}\u00a0sujet proposé à lire", "{0} proposed topic to read"), new("{0}\u00a0sujets proposés à lire", "{0} proposed topics to read"));
    public static readonly Text CardWhy = new("De quoi aimeriez-vous parler à une prochaine rencontre?", "What would you like to talk about at a coming meeting?");

    public static readonly Confirmation[] Confirmations =
    [
        new("topic.proposed", new("Votre sujet est proposé. Merci!", "Your topic is proposed. Thank you!")),
        new("topic.edited", new("Votre sujet est enregistré.", "Your topic is saved.")),
        new("topic.withdrawn", new("Le sujet est retiré.", "The topic is withdrawn.")),
        new("topic.wanted", new("C’est noté\u00a0: ce sujet vous intéresse aussi.", "Noted: this topic interests you too.")),
        new("topic.not-wanted", new("C’est noté.", "Noted.")),
        new("topic.planned", new("Le sujet est à l’ordre du jour.", "The topic is on the agenda.")),
        new("topic.kept", new("Le sujet est gardé pour plus tard.", "The topic is kept for later.")),
        new("topic.answered", new("La personne qui l’a proposé lira votre réponse.", "Whoever proposed it will read your answer.")),
    ];

    /// <summary>How many are interested too, without a name but the reader's.</summary>
    public static Text Interest(long count, bool withYou = false) =>
        count == 0 ? new("Pas encore de «\u00a0moi aussi\u00a0»", "No “me too” yet")
        : withYou ? new Counted(new("Vous êtes la seule personne intéressée", "You are the one person interested"), new("{0}\u00a0personnes intéressées, dont vous", "{0} people interested, including you")).For(count)
        : new Counted(new("{0}\u00a0personne intéressée", "{0} person interested"), new("{0}\u00a0personnes intéressées", "{0} people interested")).For(count);

    /// <summary>Where a topic stands, to its reader.</summary>
    public static Text StandingOf(TopicRow row) => row.Standing switch
    {
        TopicStanding.Proposed => row.KeptAt is null ? IsWaiting : IsKept,
        TopicStanding.Declined => IsDeclined,
        TopicStanding.Treated => WasOn.With(Dates.Day(row.MeetingStartsAt!.Value)),
        _ => row.MeetingStartsAt is { } at ? IsOn.With(Dates.Day(at)) : IsPrepared,
    };
}
