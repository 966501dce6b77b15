namespace RecoveryCoP.Chapter.Topics;

/// <summary>What each refusal says.</summary>
internal static class TopicRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("topic.unknown", new("Ce sujet n’existe pas, ou n’existe plus.", "There is no such topic, or it is no longer there.")),
        new("topic.exists", new("Ce sujet existe déjà. Ouvrez une page neuve et recopiez-y votre texte.", "This topic already exists. Open a new page and copy your text there.")),
        new("topic.title-missing", new("Dites en une ligne de quoi on parlerait.", "Say in one line what it would be about.")),
        new("topic.stream-missing", new("Choisissez le volet.", "Choose the stream.")),
        new("topic.too-many-open", new("Vous avez déjà {0} sujets en attente, c’est le maximum. Retirez-en un, ou attendez qu’une rencontre en prenne.", "You already have {0} topics waiting, which is the most for one person. Withdraw one, or wait until a meeting takes some up.")),
        new("topic.not-yours", new("Seule la personne qui l’a proposé peut le changer ou le retirer.", "Only the person who proposed it can change or withdraw it.")),
        new("topic.own", new("C’est vous qui l’avez proposé\u00a0: votre intérêt est déjà connu.", "You proposed it: your interest is known already.")),
        new("topic.enough-interest", new("Déjà {0} personnes ont dit que ce sujet les intéresse\u00a0: c’est assez pour qu’il compte.", "{0} people have already said that this topic interests them: that is enough for it to count.")),
        new("topic.declined", new("Ce sujet n’a pas été retenu. Voici la réponse\u00a0: vous pouvez en proposer un autre.", "This topic was not taken up. Here is the answer: you can propose another.")),
        new("topic.not-waiting", new("Ce sujet n’attend plus\u00a0: il est déjà à l’ordre du jour d’une rencontre.", "This topic is no longer waiting: it is already on the agenda of a meeting.")),
        new("topic.answer-missing", new("Écrivez quelques mots à la personne qui l’a proposé\u00a0: c’est sa seule réponse.", "Write a few words to whoever proposed it: it is the only answer they get.")),
        new("topic.meeting-missing", new("Choisissez la rencontre.", "Choose the meeting.")),
        new("topic.minutes-unclear", new("Écrivez une durée, de {0} à {1} minutes.", "Write a length, from {0} to {1} minutes.")),
        new("topic.plan-stale", new("Quelqu’un vient de changer le plan de cette rencontre. Recommencez\u00a0: le sujet y sera ajouté.", "Somebody has just changed the plan of this meeting. Try again: the topic will be added to it.")),
    ];
}
