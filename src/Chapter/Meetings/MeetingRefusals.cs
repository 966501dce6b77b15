using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What each refusal says.</summary>
public static class MeetingRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("meeting.unknown", new("Cette rencontre n’existe pas.", "There is no such meeting.")),
        new("meeting.exists", new("Une autre rencontre porte déjà ce numéro. Ouvrez une page neuve et recopiez-y votre plan.", "Another meeting already has this number. Open a new page and copy your plan there.")),
        new("meeting.stale", new("Quelqu’un a enregistré un autre plan pendant que vous écriviez. Le vôtre est encore ici, et l’autre est affiché plus bas\u00a0: reprenez-en ce qu’il faut, puis enregistrez de nouveau.", "Somebody saved another plan while you were writing. Yours is still here and theirs is shown below: take from it what is needed, then save again.")),
        new("meeting.announce-stale", new("Quelqu’un a changé le plan pendant que vous lisiez. Le voici\u00a0: relisez-le, puis annoncez.", "Somebody changed the plan while you were reading. Here it is: read it, then announce.")),
        new("meeting.not-announced", new("Cette rencontre n’est pas encore annoncée.", "This meeting is not announced yet.")),
        new("meeting.not-begun", new("Cette rencontre n’a pas encore commencé.", "This meeting has not begun yet.")),
        new("meeting.in-progress", new("Cette rencontre est commencée\u00a0: cela ne peut plus changer.", "This meeting has begun: this can no longer change.")),
        new("meeting.closed", new("Cette rencontre est terminée\u00a0: cela ne peut plus changer.", "This meeting is over: this can no longer change.")),
        new("meeting.cancelled", new("Cette rencontre est annulée.", "This meeting is cancelled.")),
        new("meeting.title-missing", new("Donnez un titre à la rencontre.", "Give the meeting a title.")),
        new("meeting.language-missing", new("Dites dans quelle langue l’ordre du jour est écrit.", "Say which language the agenda is written in.")),
        new("meeting.start-missing", new("Dites quel jour et à quelle heure elle commence.", "Say on what day and at what time it begins.")),
        new("meeting.start-skipped", new("Cette nuit-là, on avance l’heure\u00a0: cette heure n’existe pas. Choisissez-en une autre.", "Clocks go forward that night: this hour does not exist. Choose another one.")),
        new("meeting.start-past", new("Ce moment est déjà passé. Choisissez un jour à venir.", "That time has already passed. Choose a day to come.")),
        new("meeting.minutes-missing", new("Dites combien de minutes elle dure, de {0} à {1}.", "Say how many minutes it lasts, from {0} to {1}.")),
        new("meeting.mode-missing", new("Dites comment on peut participer.", "Say how people can take part.")),
        new("meeting.link-audience-missing", new("Dites qui voit le lien de la vidéoconférence.", "Say who sees the video link.")),
        new("meeting.place-missing", new("Dites où l’on se rencontre.", "Say where people meet.")),
        new("meeting.remote-missing", new("Donnez un lien ou un numéro de téléphone pour participer à distance.", "Give those who join remotely a link or a telephone number.")),
        new("meeting.items-missing", new("L’ordre du jour est vide. Ajoutez au moins un point.", "The agenda is empty. Add at least one item.")),
        new("meeting.items-too-many", new("C’est trop pour une rencontre\u00a0: au plus {0} points.", "This is too much for one meeting: {0} items at most.")),
        new("meeting.readings-too-many", new("C’est trop à lire\u00a0: au plus {0} lectures.", "This is too much to read: {0} readings at most.")),
        new("meeting.items-unclear", new("Un point de l’ordre du jour n’a pas été compris. Rechargez la page et recommencez.", "An agenda item was not understood. Reload the page and try again.")),
        new("meeting.item-title-missing", new("Dites de quoi parle ce point.", "Say what this item is about.")),
        new("meeting.stream-missing", new("Choisissez le volet.", "Choose the stream.")),
        new("meeting.kind-missing", new("Choisissez ce que l’on fera.", "Choose what people will do.")),
        new("meeting.item-minutes-missing", new("Dites combien de minutes, de {0} à {1}.", "Say how many minutes, from {0} to {1}.")),
        new("meeting.reading-title-missing", new("Dites ce qu’il y a à lire.", "Say what there is to read.")),
        new("meeting.no-such-mode", new("On ne peut pas participer ainsi à cette rencontre. Choisissez une autre réponse.", "You cannot take part in this meeting that way. Choose another answer.")),
        new("meeting.answer-missing", new("Choisissez une réponse.", "Choose an answer.")),
        new("meeting.reason-missing", new("Dites en quelques mots pourquoi elle est annulée\u00a0: les membres le liront.", "Say in a few words why it is cancelled: members will read it.")),
        new("meeting.guests-unclear", new("Écrivez combien de personnes invitées sont là, de 0 à {0}.", "Write how many guests are there, from 0 to {0}.")),
        new("meeting.member-unknown", new("Une personne n’a pas été trouvée. Rechargez la page.", "A person was not found. Reload the page.")),
        new("meeting.item-unknown", new("Ce point n’est pas à l’ordre du jour. Rechargez la page.", "This item is not on the agenda. Reload the page.")),
        new("meeting.outcome-kind-missing", new("Dites si c’est une information, une décision ou un suivi.", "Say whether it is information, a decision or an action.")),
        new("meeting.outcome-missing", new("Écrivez ce qui en est ressorti.", "Write what came of it.")),
        new("meeting.owner-missing", new("Dites qui le promet.", "Say who promises it.")),
        new("meeting.due-unclear", new("Écrivez le jour ainsi\u00a0: 2026-03-02, ou ne mettez rien.", "Write the day like this: 2026-03-02, or leave it empty.")),
        new("meeting.outcomes-too-many", new("Il y a déjà {0} notes. Mettez le reste dans le procès-verbal.", "There are {0} notes already. Put the rest into the minutes.")),
        new("meeting.action-unknown", new("Ce suivi n’existe plus. Rechargez la page.", "This action no longer exists. Reload the page.")),
        new("meeting.minutes-text-missing", new("Le procès-verbal est vide.", "The minutes are empty.")),
        new("meeting.minutes-too-long", new("Le procès-verbal est trop long\u00a0: {0} ko, sur un maximum de {1}.", "The minutes are too long: {0} KB, and {1} at most.")),
        new("meeting.minutes-stale", new("Quelqu’un a enregistré un autre texte pendant que vous lisiez. Le vôtre est encore ici, et l’autre est affiché plus bas.", "Somebody saved another text while you were reading. Yours is still here and theirs is shown below.")),
        new("meeting.minutes-approved", new("Ce procès-verbal est adopté\u00a0: on n’y change plus rien.", "These minutes are approved: they can no longer change.")),
        new("meeting.minutes-none", new("Il n’y a pas encore de procès-verbal.", "There are no minutes yet.")),
        new("meeting.minutes-not-approved", new("Une rencontre doit d’abord adopter ce procès-verbal.", "A meeting has to approve these minutes first.")),
        new("meeting.approval-missing", new("Dites quelle rencontre a adopté le procès-verbal.", "Say which meeting approved the minutes.")),
        new("balance.stale", new("Quelqu’un a changé l’équilibre visé pendant que vous lisiez. Vos nombres sont encore ici\u00a0: vérifiez, puis enregistrez de nouveau.", "Somebody changed the target while you were reading. Your numbers are still here: check, then save again.")),
        new("balance.percent-unclear", new("Écrivez un nombre entier de 0 à 100.", "Write a whole number from 0 to 100.")),
        new("balance.band-reversed", new("Le premier nombre doit être le plus petit.", "The first number has to be the smaller one.")),
        new("balance.cannot-be-met", new("Aucun ordre du jour ne peut respecter tous ces nombres\u00a0: la somme des plus petits ne doit pas dépasser 100, et celle des plus grands doit l’atteindre.", "No agenda can meet all these numbers: the smaller ones must not add up to more than 100, and the larger ones have to reach it.")),
    ];
}
