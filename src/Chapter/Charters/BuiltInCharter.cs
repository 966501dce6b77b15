using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>
/// Version 1, which every chapter begins with. Chapters and their members have accepted it word for word: it is never edited. A better text is one
/// that an executive committee publishes.
/// </summary>
public static class BuiltInCharter
{
    /// <summary>Its text.</summary>
    public static CharterContent Text { get; } = new(
        """
        Nous nous réunissons autour d’un but : faire du rétablissement en santé mentale une réalité, dans nos services et dans nos vies. Nous voulons que chaque personne puisse prendre toute sa place de citoyenne ou de citoyen. Voici ce que nous nous promettons.

        ## La porte est ouverte

        Toute personne, toute organisation qui s’intéresse à notre but est bienvenue. Personne n’a à donner ses raisons, ni à obtenir une permission. On peut venir voir avant de se joindre à nous, partir quand on veut, et revenir.

        ## Nous nous parlons d’égal à égal

        Personnes qui utilisent les services, proches, intervenantes et intervenants, gestionnaires, chercheuses et chercheurs, pairs aidants et paires aidantes : ici, le savoir qui vient du vécu compte autant que celui qui vient des études ou du métier. Un titre ne donne pas plus de temps de parole. Nous nous écoutons jusqu’au bout, nous parlons au « je » et avec des mots simples.

        ## L’espace est neutre

        Nous laissons les enjeux de nos organisations à la porte, pour que des expériences et des opinions différentes puissent s’exprimer. Personne ne parle ici au nom de son employeur, à moins de le dire. Nous ne cherchons ni à recruter, ni à vendre, ni à comparer nos budgets.

        ## Ce qui est confié reste ici

        Ce qu’une personne raconte d’elle-même ou des autres n’est ni répété, ni écrit ailleurs, ni utilisé contre elle. On peut parler dehors de ce qu’on a appris, sans dire de qui. Nous ne prenons ni photo ni enregistrement sans l’accord de tout le monde. Être membre est l’affaire de chacune et de chacun : nous ne le disons pas à sa place.

        ## Nous ne parlons pas d’une personne sans elle

        Quand nous racontons une situation vécue dans un service, nous enlevons tout ce qui permettrait de reconnaître quelqu’un. Nous employons les mots que les personnes choisissent pour elles-mêmes. Cet espace n’est ni un traitement ni un service de crise : si une personne ne va pas bien, nous l’accompagnons vers de l’aide.

        ## Nous partageons ce que nous savons

        Chacune et chacun peut présenter ce qui l’aide ou ce qui aide ailleurs, même si c’est petit ou inachevé. Nous disons aussi ce qui n’a pas marché. L’ordre du jour garde un équilibre entre les pratiques et le système. Une idée appartient à la personne qui l’a eue, et nous ne la nommons que si elle le veut.

        ## Nous décidons ensemble

        Nous cherchons le consensus et nous disons honnêtement quand il n’y en a pas. Rien ne vous oblige à appuyer une démarche qui vous met mal à l’aise envers votre employeur. Quand la communauté ne parle pas d’une seule voix, chaque personne reste libre d’agir à titre de citoyenne ou de citoyen.

        ## Ce qui ne va pas, on peut le dire

        S’il arrive quelque chose de contraire à cette charte, vous pouvez le dire à une personne du comité exécutif, de vive voix ou par écrit, en nommant l’article de la charte. Le comité vous écoute en privé, parle avec les personnes concernées et vous dit ce qu’il a fait. On ne règle pas cela devant le groupe. Si c’est le comité lui-même qui est en cause, choisissez une personne en qui vous avez confiance.

        ## La charte peut changer

        Le comité exécutif publie les changements après en avoir parlé avec les membres. Chaque membre voit ce qui a changé et dit si la nouvelle version lui convient. Les versions précédentes restent lisibles.
        """.ReplaceLineEndings("\n"),
        """
        We meet around one goal: to make recovery in mental health a reality, in our services and in our lives. We want every person to take their full place as a citizen. This is what we promise one another.

        ## The door is open

        Any person and any organization interested in our goal is welcome. Nobody has to give reasons or ask for permission. You can come and see before you join, leave when you like, and come back.

        ## We are equals

        People who use services, family members, practitioners, managers, researchers, peer support workers: here, what is known from living it counts as much as what is known from study or from work. A title gives nobody more time to speak. We hear each other out, we speak for ourselves and in plain words.

        ## The space is neutral

        We leave our organizations’ issues at the door, so that different experiences and opinions can be expressed. Nobody speaks here for their employer unless they say so. We do not come to recruit, to sell, or to compare our budgets.

        ## What is confided stays here

        What a person says about themselves or about others is not repeated, not written down elsewhere, and not used against them. You may talk outside about what you learned, without saying from whom. We take no pictures and make no recordings without everybody’s agreement. Being a member is each person’s own business: we do not tell others in their place.

        ## We do not talk about a person without them

        When we tell of a situation in a service, we leave out everything by which somebody could be recognized. We use the words that people choose for themselves. This space is neither a treatment nor a crisis service: if somebody is not well, we help them find help.

        ## We share what we know

        Everybody can present what helps them, or what helps elsewhere, even if it is small or unfinished. We also say what did not work. The agenda keeps a balance between practices and the system. An idea belongs to the person who had it, who is named only if they wish.

        ## We decide together

        We look for consensus, and we say honestly when there is none. Nobody has to support a step that makes them uneasy with regard to their employer. When the community does not speak with one voice, each person remains free to act as a citizen.

        ## What is not right can be said

        If something happens that goes against this charter, you can tell a member of the executive committee, in person or in writing, naming the clause of the charter. The committee listens to you in private, speaks with those concerned, and tells you what it did. This is not settled in front of the group. If the committee itself is concerned, choose somebody you trust.

        ## The charter can change

        The executive committee publishes changes after it has talked about them with the members. Every member sees what has changed and says whether they accept. Earlier versions stay readable.
        """.ReplaceLineEndings("\n"));

    /// <summary>How it stands in the list of versions.</summary>
    public static CharterVersion Version { get; } = new(1, TextStore.NameOf(Text.ToBytes()), null, Guid.Empty, new Bilingual(null, null));
}
