using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Library;

/// <summary>
/// The fields of a practice that the network knows, once: form and validator, pages and comparison, search, the wire and whoever reads practices
/// from files go by these lists. A field has the name of its property in the wire's message, <see cref="PracticeContent"/> for what people write
/// and <see cref="PracticeRevision"/> for what they choose.
/// </summary>
public static class PracticeFields
{
    /// <summary>How many revisions a practice has at most: every save rewrites the list of them, and nobody revises a text a thousand times.</summary>
    public const int MostRevisions = 1000;

    private const int LongestLine = 200;

    /// <summary>A few words.</summary>
    public static FormField Title { get; } = new(nameof(PracticeContent.Title), new("Titre", "Title"),
        new("Quelques mots qui disent ce que vous faites. Exemple\u00a0: «\u00a0La table libre du jeudi\u00a0».", "A few words that say what you do. Example: “The free table on Thursdays”."))
        { Missing = "practice.title-missing", Longest = LongestLine };

    /// <summary>A few sentences, without Markdown.</summary>
    public static FormField Summary { get; } = new(nameof(PracticeContent.Summary), new("En bref", "In short"),
        new("Deux ou trois phrases pour donner envie de lire la suite.", "Two or three sentences that make people want to read on."))
        { Kind = FieldKind.Text, Rows = 3, Longest = 1000, ReadAs = new("Résumé", "Summary") };

    /// <summary>The practice itself.</summary>
    public static FormField Text { get; } = new(nameof(PracticeContent.Text), new("La pratique", "The practice"),
        new("Racontez-la comme à une collègue devant un café. Exemple\u00a0: «\u00a0Le jeudi, nous gardons une table libre. Qui veut s’assoit et parle de ce qui va bien. Personne ne prend de notes.\u00a0»", "Tell it as you would to a colleague over coffee. Example: “On Thursdays we keep one table free. Anyone can sit down and talk about what is going well. Nobody takes notes.”"))
        { Kind = FieldKind.Text, Rows = 8, Expected = true };

    /// <summary>The parts of the text, in the order in which one tells a story; Markdown, where they have more than a line.</summary>
    public static IReadOnlyList<FormField> Parts { get; } =
    [
        Text,
        new(nameof(PracticeContent.Context), new("Le contexte", "The context"),
            new("Où, avec qui, pour répondre à quoi. Exemple\u00a0: «\u00a0Une clinique externe de six personnes; l’attente y était longue et solitaire.\u00a0»", "Where, with whom, in answer to what. Example: “An outpatient clinic with a staff of six; people waited a long time, alone.”"))
            { Kind = FieldKind.Text },
        new(nameof(PracticeContent.WhatWasDone), new("Ce qui a été fait", "What was done"),
            new("Les étapes, pour que quelqu’un d’autre puisse essayer. Exemple\u00a0: «\u00a01. Demander une table. 2. Inviter une paire aidante. 3. Se revoir après un mois.\u00a0»", "The steps, so that somebody else can try. Example: “1. Ask for a table. 2. Invite a peer support worker. 3. Meet again after a month.”"))
            { Kind = FieldKind.Text, Rows = 6 },
        new(nameof(PracticeContent.WhoWasInvolved), new("Qui a participé", "Who was involved"),
            new("Des rôles plutôt que des noms; ne nommez personne sans son accord. Exemple\u00a0: «\u00a0Deux pairs aidants, une infirmière, la personne à l’accueil.\u00a0»", "Roles rather than names; name nobody without their consent. Example: “Two peer support workers, a nurse, the receptionist.”"))
            { Kind = FieldKind.Text, Rows = 3 },
        new(nameof(PracticeContent.Results), new("Ce que cela a donné", "What came of it"),
            new("Ce que vous avez vu ou entendu, même petit. Exemple\u00a0: «\u00a0Trois personnes sont revenues aider à l’accueil.\u00a0» Si vous ne savez pas encore, dites-le.", "What you saw or heard, however small. Example: “Three people came back to help at the front desk.” If you do not know yet, say so."))
            { Kind = FieldKind.Text },
        new(nameof(PracticeContent.Lessons), new("Ce que nous avons appris", "What we learned"),
            new("Ce qui a surpris, ce que vous feriez autrement. Exemple\u00a0: «\u00a0Commencer à l’heure compte plus que le décor.\u00a0»", "What surprised you, what you would do differently. Example: “Starting on time matters more than the decoration.”"))
            { Kind = FieldKind.Text },
        new(nameof(PracticeContent.Conditions), new("Ce qu’il faut", "What it takes"),
            new("Temps, lieu, argent, accord de qui. Exemple\u00a0: «\u00a0Deux heures par semaine, 20\u00a0$ de café, l’accord de la direction.\u00a0»", "Time, place, money, whose agreement. Example: “Two hours a week, $20 for coffee, the director’s agreement.”"))
            { Kind = FieldKind.Text, Rows = 3 },
        new(nameof(PracticeContent.WhoCanLead), new("Qui peut la mener", "Who can lead it"),
            new("Des rôles, et ce qu’il faut savoir. Exemple\u00a0: «\u00a0Une paire aidante avec quelqu’un de l’équipe; aucune formation.\u00a0»", "Roles, and what one has to know. Example: “A peer support worker with somebody of the team; no training.”"))
            { Longest = LongestLine },
        new(nameof(PracticeContent.Duration), new("Combien de temps cela prend", "How long it takes"),
            new("Une fois, ou en tout. Exemple\u00a0: «\u00a0Une heure par semaine, pendant dix semaines.\u00a0»", "Each time, or in all. Example: “An hour a week, for ten weeks.”"))
            { Longest = LongestLine },
        new(nameof(PracticeContent.Sources), new("Sur quoi elle s’appuie", "What it rests on"),
            new("Un livre, un article, un lien. Exemple\u00a0: «\u00a0Leamy et coll., 2011\u00a0».", "A book, an article, a link. Example: “Leamy et al., 2011”."))
            { Kind = FieldKind.Text, Rows = 3, ReadAs = new("Sources", "Sources") },
        new(nameof(PracticeContent.Contact), new("À qui en parler", "Whom to ask"),
            new("Un rôle plutôt qu’un nom. Exemple\u00a0: «\u00a0La paire aidante de la clinique du matin\u00a0».", "A role rather than a name. Example: “The peer support worker of the morning clinic”."))
            { Longest = LongestLine },
    ];

    /// <summary>Those of them that tell what happened where it was done, and are for nobody else to tell.</summary>
    public static IReadOnlyList<FormField> Experience { get; } =
        [.. Parts.Where(f => f.Name is nameof(PracticeContent.WhoWasInvolved) or nameof(PracticeContent.Results) or nameof(PracticeContent.Lessons) or nameof(PracticeContent.Contact))];

    /// <summary>What changed with a revision, in its author's words: a part of what is said, and no part of the practice.</summary>
    public static FormField Note { get; } = new(nameof(PracticeContent.Note), new("Ce qui a changé", "What changed"),
        new("Une phrase pour celles et ceux qui connaissaient l’ancien texte. Exemple\u00a0: «\u00a0J’ai ajouté ce que nous avons appris ce printemps.\u00a0»", "One sentence for those who knew the earlier text. Example: “I added what we learned this spring.”"))
        { Longest = 500 };

    /// <summary>What it is about, in codes.</summary>
    public static IReadOnlyList<FormField> About { get; } =
    [
        new(nameof(PracticeRevision.Language), new("Langue du texte", "Language of the text"))
            { Kind = FieldKind.Choice, Options = NetworkCodes.Languages, Missing = "practice.language-missing" },
        new(nameof(PracticeRevision.Topics), new("Thèmes", "Topics"), new("Au plus dix. C’est ainsi que d’autres la trouveront.", "Ten at most. This is how others will find it."))
            { Kind = FieldKind.Checks, Options = NetworkCodes.Topics, Most = 10 },
        new(nameof(PracticeRevision.Chime), new("Processus de rétablissement (CHIME)", "Recovery process (CHIME)"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.Chime },
        new(nameof(PracticeRevision.Settings), new("Où cela se passe", "Where it takes place"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.Settings },
        new(nameof(PracticeRevision.Groups), new("Groupes qui ont participé", "Groups that took part"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.Groups, ReadAs = new("Groupes représentés", "Groups represented") },
        new(nameof(PracticeRevision.Cost), new("Ce que cela coûte", "What it costs"))
        {
            Kind = FieldKind.Choice, Options =
            [
                new("nothing", new("Rien", "Nothing")),
                new("little", new("Un peu, que l’on trouve sur place", "A little, found on the spot")),
                new("budget", new("Une place dans un budget", "A line in a budget")),
                new("funding", new("Un financement à demander", "Funding to apply for")),
            ],
        },
    ];

    /// <summary>The name or pseudonym to credit.</summary>
    public static FormField CreditName { get; } = new(nameof(PracticeContent.CreditName), new("Nom ou pseudonyme de cette personne", "Name or pseudonym to credit"),
        new("Seulement si elle est attribuée à une personne. Un nom demande l’accord de cette personne.", "Only if a person is credited. A name needs that person’s consent."))
        { Longest = LongestLine, ReadAs = new("Attribution", "Credit") };

    /// <summary>Whose it is, and what others may do with it.</summary>
    public static IReadOnlyList<FormField> Rights { get; } =
    [
        new(nameof(PracticeRevision.Credit), new("À qui la pratique est attribuée", "To whom the practice is credited"))
            { Kind = FieldKind.Choice, Options = NetworkCodes.Credits, Missing = "practice.credit-missing", ReadAs = CreditName.ReadAs },
        CreditName,
        new(nameof(PracticeRevision.Licence), new("Ce que les autres peuvent en faire", "What others may do with it"))
            { Kind = FieldKind.Choice, Options = NetworkCodes.Licences, Missing = "practice.licence-missing", ReadAs = new("Ce que vous pouvez en faire", "What you may do with it") },
    ];

    /// <summary>
    /// What was changed of the practice that it was adapted from: the eight facts of FRAME (Wiltsey Stirman, Baumann and Miller, 2019), asked in plain words.
    /// Asked, and shown, of an adaptation alone.
    /// </summary>
    public static IReadOnlyList<FormField> Adaptation { get; } =
    [
        new(nameof(PracticeRevision.AdaptedParts), new("Ce que vous avez changé", "What you changed"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.AdaptedParts, Missing = "practice.adapted-parts-missing", ReadAs = new("Ce qui a été changé", "What was changed") },
        new(nameof(PracticeRevision.AdaptationHeart), new("Le cœur de la pratique est-il toujours là?", "Is the heart of the practice still there?"))
            { Kind = FieldKind.Choice, Options = NetworkCodes.AdaptationHeart, Missing = "practice.adaptation-heart-missing", ReadAs = new("Le cœur de la pratique est toujours là", "The heart of the practice is still there") },
        new(nameof(PracticeContent.AdaptationReason), new("Pourquoi", "Why"),
            new("Ce qui vous y a menés. Exemple\u00a0: «\u00a0Ici, les gens viennent de loin\u00a0: une rencontre par mois plutôt que par semaine.\u00a0»", "What led you to it. Example: “People come from far away here: one meeting a month rather than one a week.”"))
            { Kind = FieldKind.Text, Rows = 3, Longest = 1000 },
        new(nameof(PracticeRevision.AdaptationKinds), new("Comment", "How"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.AdaptationKinds },
        new(nameof(PracticeRevision.AdaptationPhase), new("À quel moment", "When"))
            { Kind = FieldKind.Choice, Options = NetworkCodes.AdaptationPhases },
        new(nameof(PracticeRevision.AdaptationPlan), new("Était-ce prévu?", "Was it planned?"))
            { Kind = FieldKind.Choice, Options = NetworkCodes.AdaptationPlans, ReadAs = new("Prévu", "Planned") },
        new(nameof(PracticeRevision.AdaptationDeciders), new("Qui l’a décidé", "Who decided"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.Groups },
        new(nameof(PracticeRevision.AdaptationLevels), new("Pour qui vaut le changement", "For whom the change holds"))
            { Kind = FieldKind.Checks, Options = NetworkCodes.AdaptationLevels },
    ];

    /// <summary>Those of them that tell most to whoever reads it; the rest is for whoever wants to say more.</summary>
    public static IReadOnlyList<FormField> Adapted { get; } = [.. Adaptation.Take(3)];

    /// <summary>Everything that people write: the fields of <see cref="PracticeContent"/>.</summary>
    public static IReadOnlyList<FormField> Written { get; } = [Title, Summary, .. Parts, CreditName, .. Adaptation.Where(f => f.Kind == FieldKind.Text)];

    /// <summary>Everything that people choose from lists of the network: the fields of <see cref="PracticeRevision"/> that are codes.</summary>
    public static IReadOnlyList<FormField> Chosen { get; } = [.. About, .. Rights.Where(f => f.Kind == FieldKind.Choice), .. Adaptation.Where(f => f.Options.Count > 0)];

    /// <summary>The parts that have something in them.</summary>
    public static IEnumerable<(FormField Field, string Text)> PartsOf(PracticeContent content) =>
        Parts.Select(field => (field, WireFields.Text(content, field))).Where(part => !string.IsNullOrWhiteSpace(part.Item2));

    /// <summary>What differs between two texts, field by field.</summary>
    public static IEnumerable<(FormField Field, string Before, string After)> Changes(PracticeContent before, PracticeContent after) =>
        Written.Select(field => (field, WireFields.Text(before, field), WireFields.Text(after, field))).Where(change => change.Item2 != change.Item3);
}
