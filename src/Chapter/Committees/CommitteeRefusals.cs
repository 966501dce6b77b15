namespace RecoveryCoP.Chapter.Committees;

/// <summary>What each refusal says.</summary>
internal static class CommitteeRefusals
{
    /// <summary>Their texts.</summary>
    public static IReadOnlyList<RefusalText> Texts { get; } =
    [
        new("committee.unknown", new("Ce comité n’existe pas.", "There is no such committee.")),
        new("committee.exists", new("Ce comité existe déjà. Ouvrez une page neuve et recopiez-y votre texte.", "This committee already exists. Open a new page and copy your text there.")),
        new("committee.closed", new("Ce comité est fermé\u00a0: rien n’y change plus.", "This committee is closed: nothing of it changes any more.")),
        new("committee.stale", new("Quelqu’un vient de changer ce comité. Regardez ce qui est écrit maintenant, puis enregistrez de nouveau si vous voulez le remplacer.", "Somebody has just changed this committee. Look at what it says now, then save again if you want to replace it.")),
        new("committee.name-missing", new("Donnez-lui un nom, dans une langue au moins.", "Give it a name, in one language at least.")),
        new("committee.too-many", new("Il y a déjà {0} comités. Fermez-en un qui a fini son travail.", "There are already {0} committees. Close one that has finished its work.")),
        new("committee.executive-stays", new("Le comité exécutif ne se ferme pas.", "The executive committee cannot be closed.")),
        new("committee.seat-unknown", new("Ce siège n’existe pas, ou n’existe plus.", "There is no such seat, or it is no longer there.")),
        new("committee.seat-exists", new("Ce siège existe déjà. Ouvrez une page neuve pour en ajouter un autre.", "This seat already exists. Open a new page to add another one.")),
        new("committee.seat-title-missing", new("Dites en un mot ou deux ce que fait la personne qui l’occupe.", "Say in a word or two what its holder does.")),
        new("committee.enough-seats", new("Un comité a au plus {0} sièges.", "A committee has {0} seats at most.")),
        new("committee.kept-for-agreed", new("Quelqu’un a dit oui à ce siège tel qu’il est, ou doit y répondre. Pour en garder un à d’autres, ajoutez un siège.", "Somebody said yes to this seat, or is asked to take it, as it is. To keep one for others, add a seat.")),
        new("committee.seat-held", new("Quelqu’un occupe ce siège. Il faut d’abord que son mandat finisse.", "Somebody holds this seat. Their term has to end first.")),
        new("committee.seat-vacant", new("Personne n’occupe ce siège\u00a0: proposez-le à quelqu’un.", "Nobody holds this seat: ask somebody to take it.")),
        new("committee.seat-not-yours", new("Vous n’occupez pas ce siège.", "You do not hold this seat.")),
        new("committee.offer-waits", new("Le siège est déjà proposé à quelqu’un. Attendez sa réponse, ou retirez la proposition.", "Somebody is asked already. Wait for their answer, or take the offer back.")),
        new("committee.offer-stale", new("La proposition a changé depuis que vous avez ouvert la page. Lisez-la de nouveau avant de répondre.", "The offer has changed since you opened the page. Read it again before you answer.")),
        new("committee.holder-stale", new("Une autre personne occupe maintenant ce siège. Regardez de nouveau.", "Somebody else holds this seat now. Look again.")),
        new("committee.not-asked", new("Ce siège ne vous est pas proposé, ou ne l’est plus.", "You are not, or no longer, asked to take this seat.")),
        new("committee.member-missing", new("Choisissez une personne de la liste.", "Choose a person from the list.")),
        new("committee.member-has-seat", new("Cette personne a déjà un siège à ce comité.", "This person already has a seat on this committee.")),
        new("committee.day-missing", new("Indiquez un jour.", "Give a day.")),
        new("committee.from-unclear", new("Un mandat commence aujourd’hui, ou a commencé il y a au plus {0} ans.", "A term begins today, or began {0} years ago at most.")),
        new("committee.until-unclear", new("Le dernier jour est à venir, après la fin du mandat actuel s’il y en a un, et dans {0} ans au plus.", "The last day is ahead, after the end of the present term if there is one, and within {0} years.")),
        new("vote.unknown", new("Ce vote n’est pas consigné ici.", "This vote is not recorded here.")),
        new("vote.exists", new("Ce vote est déjà consigné. Ouvrez une page neuve pour en consigner un autre.", "This vote is recorded already. Open a new page to record another one.")),
        new("vote.stands", new("Cette inscription ne change plus. Consignez une correction.", "This entry no longer changes. Record a correction.")),
        new("vote.day-unclear", new("Indiquez le jour du vote, aujourd’hui au plus tard.", "Give the day of the vote, today at the latest.")),
        new("vote.body-missing", new("Dites qui a voté.", "Say who voted.")),
        new("vote.question-missing", new("Écrivez la question, comme elle a été posée.", "Write the question as it was put.")),
        new("vote.manner-missing", new("Dites comment on a voté.", "Say how people voted.")),
        new("vote.counts-missing", new("Écrivez les nombres de voix\u00a0: au moins une en tout.", "Write the numbers of votes: at least one in all.")),
        new("vote.outcome-missing", new("Écrivez ce qui en résulte.", "Write what came of it.")),
        new("vote.language-missing", new("Dites dans quelle langue c’est écrit.", "Say which language it is written in.")),
        new("vote.meeting-unknown", new("Choisissez une rencontre de la liste.", "Choose a meeting from the list.")),
    ];
}
