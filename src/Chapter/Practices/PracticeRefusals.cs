namespace RecoveryCoP.Chapter.Practices;

/// <summary>What each refusal says.</summary>
public static class PracticeRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> All { get; } =
    [
        new("practice.exists", new("Cette pratique existe déjà. Ouvrez une page neuve pour écrire et recopiez-y votre texte.", "This practice already exists. Open a new writing page and copy your text there.")),
        new("practice.unknown", new("Cette pratique n’existe pas.", "There is no such practice.")),
        new("practice.withdrawn", new("Cette pratique a été retirée. Elle ne peut plus être modifiée ni partagée.", "This practice was withdrawn. It can no longer be changed or shared.")),
        new("practice.not-allowed", new("Votre rôle ne permet pas de faire cela avec cette pratique. Parlez-en à la personne qui l’a écrite ou au comité exécutif.", "Your role does not let you do this with this practice. Talk to the person who wrote it, or to the executive committee.")),
        new("practice.stale", new("Quelqu’un a enregistré la révision {0} pendant que vous écriviez. Votre texte est encore ici, et l’autre est affiché plus bas\u00a0: reprenez-en ce qu’il faut, puis enregistrez de nouveau.", "Somebody saved revision {0} while you were writing. Your text is still here and theirs is shown below: take from it what is needed, then save again.")),
        new("practice.share-stale", new("Quelqu’un a enregistré la révision {0} pendant que vous lisiez. La voici\u00a0: relisez-la, puis partagez.", "Somebody saved revision {0} while you were reading. Here it is: read it, then share.")),
        new("practice.not-in-chapter", new("Cette pratique est encore un brouillon. La personne qui l’a écrite doit d’abord la partager dans la communauté.", "This practice is still a draft. Its author has to share it in the community first.")),
        new("practice.agreement-missing", new("Demandez d’abord l’accord de la personne qui l’a écrite, puis cochez la case.", "First ask the person who wrote it, then tick the box.")),
        new("practice.too-many-revisions", new("Cette pratique a atteint {0} révisions. Écrivez-en une nouvelle.", "This practice has reached {0} revisions. Write a new one.")),
        new("practice.author-known", new("On sait déjà qui a écrit cette pratique. Si ce n’est pas juste, parlez-en au comité exécutif.", "Who wrote this practice is known already. If it is not right, talk to the executive committee.")),
        new("practice.claimed", new("Une autre personne a déjà dit avoir écrit cette pratique, et le comité exécutif ne lui a pas encore répondu. Si c’est vous qui l’avez écrite, parlez-en au comité.", "Somebody else has already said that they wrote this practice, and the executive committee has not answered yet. If you wrote it, talk to the committee.")),
        new("practice.claim-stale", new("Cette demande n’attend plus de réponse\u00a0: quelqu’un y a répondu, ou la personne y a renoncé ou a quitté la communauté. Voici où en est la pratique.", "This request no longer waits for an answer: somebody has answered it, or the person has dropped it or left the community. Here is how the practice stands.")),
        new("practice.claim-own", new("Une autre personne du comité exécutif doit confirmer que vous avez écrit cette pratique.", "Somebody else on the executive committee has to confirm that you wrote this practice.")),
        new("practice.in-network", new("Cette pratique est partagée dans le réseau. Si elle doit disparaître, retirez-la d’abord sur sa page, où vous direz pourquoi.", "This practice is shared in the network. If it is to go, withdraw it first on its own page, where you say why.")),
        new("practice.translates-itself", new("Une pratique ne peut pas être sa propre traduction. Choisissez le texte qu’elle traduit, ou aucun.", "A practice cannot be its own translation. Choose the text that it translates, or none.")),
        new("practice.title-missing", new("Donnez un titre à la pratique. Quelques mots suffisent.", "Give the practice a title. A few words are enough.")),
        new("practice.text-missing", new("Décrivez la pratique, ici ou sous «\u00a0Ce qui a été fait\u00a0». Trois phrases suffisent pour commencer.", "Describe the practice, here or under “What was done”. Three sentences are enough to begin.")),
        new("practice.too-large", new("L’ensemble de vos textes est trop long\u00a0: {0} ko, sur un maximum de {1}. Raccourcissez-les, ou faites-en deux pratiques.", "Your texts together are too long: {0} KB, and {1} at most. Shorten them, or make two practices.")),
        new("practice.language-missing", new("Dites dans quelle langue la pratique est écrite.", "Say which language the practice is written in.")),
        new("practice.licence-missing", new("Dites ce que les autres peuvent faire de la pratique.", "Say what others may do with the practice.")),
        new("practice.credit-missing", new("Dites à qui la pratique est attribuée.", "Say to whom the practice is credited.")),
        new("practice.credit-name-missing", new("Écrivez le nom ou le pseudonyme de la personne à qui elle est attribuée.", "Write the name or pseudonym to credit.")),
        new("practice.credit-name-unused", new("La pratique est attribuée à la communauté\u00a0: effacez ce nom, ou choisissez de l’attribuer à la personne.", "The community is credited: delete this name, or choose to credit the person.")),
        new("practice.adapted-parts-missing", new("Dites ce que vous avez changé\u00a0: cochez au moins une case.", "Say what you changed: tick at least one box.")),
        new("practice.adaptation-heart-missing", new("Dites si le cœur de la pratique est toujours là. «\u00a0Nous ne le savons pas encore\u00a0» est une réponse.", "Say whether the heart of the practice is still there. “We do not know yet” is an answer.")),
        new("practice.licence-of-original", new("L’original ne peut être adapté qu’aux mêmes conditions\u00a0: choisissez celles-là.", "The original can only be adapted on the same terms: choose those.")),
        new("practice.reason-missing", new("Dites pourquoi la pratique est retirée.", "Say why the practice is withdrawn.")),
    ];
}
