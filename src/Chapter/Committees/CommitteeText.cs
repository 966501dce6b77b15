using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;
using RecoveryCoP.Node.Web.Parts;

namespace RecoveryCoP.Chapter.Committees;

/// <summary>What the pages of committees say.</summary>
internal static class CommitteeText
{
    public static readonly Text Committees = new("Comités", "Committees");
    public static readonly Text One = new("Comité", "Committee");
    public static readonly Text Lead = new("Qui fait quoi dans la communauté, et jusqu’à quand. Personne ne siège sans avoir dit oui.", "Who does what in the community, and until when. Nobody has a seat without having said yes.");
    public static readonly Text Make = new("Créer un comité", "Make a committee");
    public static readonly Text MakeLead = new("Un comité spécial travaille à une chose précise. Vous ajouterez ses sièges ensuite.", "A special committee works on one particular thing. You will add its seats next.");
    public static readonly Text Revise = new("Modifier ce comité", "Revise this committee");
    public static readonly Text Save = new("Enregistrer", "Save");
    public static readonly Text Back = new("Retour au comité", "Back to the committee");
    public static readonly Text All = new("Tous les comités", "All committees");
    public static readonly Text Closed = new("Comités fermés", "Closed committees");
    public static readonly Text ClosedOn = new("Fermé le {0}", "Closed on {0}");
    public static readonly Text IsClosed = new("Ce comité a été fermé le {0}. Son histoire et ses votes restent.", "This committee was closed on {0}. Its history and its votes stay.");
    public static readonly Text Close = new("Fermer ce comité", "Close this committee");
    public static readonly Text CloseAsk = new("Fermer ce comité? Tous ses mandats finissent aujourd’hui. Son histoire et ses votes restent.", "Close this committee? All its terms end today. Its history and its votes stay.");
    public static readonly Text Theirs = new("Ce qui est écrit maintenant", "What it says now");

    public static readonly Text NameFr = new("Nom en français", "Name in French");
    public static readonly Text NameEn = new("Nom en anglais", "Name in English");
    public static readonly Text PurposeFr = new("À quoi il sert, en français", "What it is for, in French");
    public static readonly Text PurposeEn = new("À quoi il sert, en anglais", "What it is for, in English");
    public static readonly Text OneSide = new("Une des deux langues suffit.", "One of the two languages is enough.");

    public static readonly Text Seats = new("Sièges", "Seats");
    public static readonly Text ASeat = new("Siège", "Seat");
    public static readonly Text Holder = new("Occupé par", "Held by");
    public static readonly Text TermUntil = new("Jusqu’au", "Until");
    public static readonly Text State = new("État", "State");
    public static readonly Text Nobody = new("Personne", "Nobody");
    public static readonly Text You = new("Vous", "You");
    public static readonly Text NoSeats = new("Ce comité n’a pas encore de siège.", "This committee has no seat yet.");
    public static readonly Text AddSeat = new("Ajouter un siège", "Add a seat");
    public static readonly Text AddSeatLead = new("Un siège est une responsabilité. Vous le proposerez ensuite à quelqu’un.", "A seat is a responsibility. You will offer it to somebody next.");
    public static readonly Text ReviseSeat = new("Modifier ce siège", "Revise this seat");
    public static readonly Text RemoveSeat = new("Retirer ce siège", "Remove this seat");
    public static readonly Text RemoveSeatAsk = new("Retirer ce siège du comité? Les noms de celles et ceux qui l’ont occupé restent, s’il y en a.", "Remove this seat from the committee? The names of those who held it stay, if there are any.");
    public static readonly Text TitleFr = new("Ce que fait la personne qui l’occupe, en français", "What its holder does, in French");
    public static readonly Text TitleEn = new("Ce que fait la personne qui l’occupe, en anglais", "What its holder does, in English");
    public static readonly Text KeptFor = new("Gardé pour un groupe", "Kept for a group");
    public static readonly Text KeptForHelp = new("Prendre un tel siège, c’est dire aux membres que l’on fait partie de ce groupe. La personne le saura avant de répondre.", "Taking such a seat tells members that one is of that group. The person will know before they answer.");
    public static readonly Text TermMonths = new("Durée habituelle d’un mandat, en mois", "Usual length of a term, in months");
    public static readonly Text TermMonthsHelp = new("C’est ce que l’on propose d’abord à la personne; on peut s’entendre autrement.", "It is what a person is offered at first; another length can be agreed on.");
    public static readonly Text KeptForGroup = new("Gardé pour\u00a0: {0}", "Kept for: {0}");

    public static readonly Text IsVacant = new("Vacant", "Vacant");
    public static readonly Text IsOffered = new("Proposé à quelqu’un", "Offered to somebody");
    public static readonly Text IsHeld = new("Pourvu", "Held");
    public static readonly Text EndsSoon = new("Finit bientôt", "Ends soon");
    public static readonly Text IsOver = new("Mandat échu", "Term is over");

    public static readonly Text HeldByYou = new("Vous occupez ce siège, du {0} au {1}.", "You hold this seat, from {0} to {1}.");
    public static readonly Text HeldBy = new("{0}, du {1} au {2}.", "{0}, from {1} to {2}.");
    public static readonly Text RenewedOn = new("Le mandat devait finir le {0}; il a été renouvelé.", "The term was to end on {0}; it was renewed.");
    public static readonly Text IsVacantNow = new("Personne n’occupe ce siège.", "Nobody holds this seat.");
    public static readonly Text OfferedTo = new("Proposé à {0} le {1}, du {2} au {3}. En attente d’une réponse.", "Offered to {0} on {1}, from {2} to {3}. Waiting for an answer.");
    public static readonly Text WasDeclined = new("La dernière personne à qui on l’a proposé a dit non, le {0}.", "The last person to whom it was offered said no, on {0}.");
    public static readonly Text Before = new("Auparavant", "Before");
    public static readonly Text PastTerm = new("{0}, du {1} au {2}", "{0}, from {1} to {2}");
    public static readonly Text Left = new("a quitté le siège", "left the seat");
    public static readonly Text Ended = new("fin du mandat", "end of term");
    public static readonly Text ByClosing = new("comité fermé", "committee closed");
    public static readonly Text ByLeaving = new("n’est plus membre", "no longer a member");
    public static readonly Text RemovedSeat = new("{0} (siège retiré)", "{0} (seat removed)");

    public static readonly Text ForKeepers = new("Pour s’occuper de ce siège", "To look after this seat");
    public static readonly Text Offer = new("Proposer ce siège", "Offer this seat");
    public static readonly Text Whom = new("À qui?", "To whom?");
    public static readonly Text WhomHelp = new("La personne le voit en ouvrant sa page d’accueil, et on lui écrit si elle veut de tels courriels; parlez-lui d’abord. Les autres membres ne voient pas à qui vous l’avez proposé.", "They see it when they open their first page, and are written to if they want such messages; talk to them first. Other members do not see to whom you offered it.");
    public static readonly Text JoinedOn = new("{0} (membre depuis le {1})", "{0} (member since {1})");
    public static readonly Text From = new("Premier jour du mandat", "First day of the term");
    public static readonly Text FromHelp = new("Aujourd’hui, ou un jour passé si la personne fait déjà ce travail.", "Today, or an earlier day if they do this work already.");
    public static readonly Text Until = new("Dernier jour du mandat", "Last day of the term");
    public static readonly Text Renew = new("Proposer de prolonger le mandat", "Offer a longer term");
    public static readonly Text TakeBack = new("Retirer la proposition", "Take the offer back");
    public static readonly Text EndTerm = new("Mettre fin au mandat", "End the term");
    public static readonly Text EndTermAsk = new("Mettre fin à ce mandat aujourd’hui? Le siège devient vacant. Si la personne a un accès comme membre du comité exécutif, retirez-le aussi.", "End this term today? The seat becomes vacant. If the person has access as one of the executive committee, take that away too.");
    public static readonly Text EndTermUndo = new("Vous pourrez le lui proposer de nouveau.", "You can offer it to them again.");
    public static readonly Text Leave = new("Quitter ce siège", "Leave this seat");
    public static readonly Text LeaveAsk = new("Quitter ce siège aujourd’hui? Vous n’avez pas à dire pourquoi.", "Leave this seat today? You need not say why.");
    public static readonly Text LeaveUndo = new("On pourra vous le proposer de nouveau.", "It can be offered to you again.");

    public static readonly Text YouAreAsked = new("Un siège vous est proposé", "A seat is offered to you");
    public static readonly Text AskedFor = new("«\u00a0{0}\u00a0», {1}, du {2} au {3}.", "“{0}”, {1}, from {2} to {3}.");
    public static readonly Text AskedToGoOn = new("On vous propose de garder le siège «\u00a0{0}\u00a0», {1}, jusqu’au {2}.", "You are asked to keep the seat “{0}”, {1}, until {2}.");
    public static readonly Text SeenByMembers = new("Si vous dites oui, tous les membres verront votre nom à côté de ce siège, même si vous ne le montrez pas ailleurs, et il restera dans son histoire tant que vous serez membre. Si vous dites non, seules les personnes qui s’occupent du comité le sauront. Vous pourrez quitter le siège en tout temps.", "If you say yes, all members will see your name beside this seat, even if you do not show it elsewhere, and it stays in its history as long as you are a member. If you say no, only those who look after the committee will know. You can leave the seat at any time.");
    public static readonly Text SeenAsGroup = new("Ce siège est gardé pour un groupe ({0})\u00a0: en disant oui, vous dites aussi aux membres que vous en faites partie.", "This seat is kept for a group ({0}): by saying yes you also tell members that you are of it.");
    public static readonly Text Accept = new("Oui, je prends ce siège", "Yes, I take this seat");
    public static readonly Text AcceptLonger = new("Oui, je continue", "Yes, I go on");
    public static readonly Text Decline = new("Non, merci", "No, thank you");

    public static readonly Text CardTitle = new("Sièges à suivre", "Seats to look after");
    public static readonly Text EndsOn = new("{0}, jusqu’au {1}", "{0}, until {1}");
    public static readonly Text AccessTitle = new("Sièges et accès", "Seats and access");
    public static readonly Text AccessWhy = new("Un siège au comité exécutif ne donne pas d’accès ici\u00a0: c’est l’intendance qui le donne.", "A seat on the executive committee gives no access here: stewards give it.");
    public static readonly Text SeatWithoutAccess = new("{0} a un siège, sans accès comme membre du comité exécutif.", "{0} has a seat, and no access as one of the executive committee.");
    public static readonly Text AccessWithoutSeat = new("{0} a un accès comme membre du comité exécutif, sans siège.", "{0} has access as one of the executive committee, and no seat.");
    public static readonly Text SeeAccess = new("Voir ses accès", "See their access");

    public static readonly Text Votes = new("Votes", "Votes");
    public static readonly Text VotesLead = new("On ne vote pas ici\u00a0: un petit serveur ne peut pas promettre un vote secret. On y consigne ce qu’ont donné des votes tenus ailleurs, en nombres et sans noms.", "Nobody votes here: a small server cannot promise a secret ballot. What votes gave that were held elsewhere is recorded, in numbers and without names.");
    public static readonly Text Record = new("Consigner un vote", "Record a vote");
    public static readonly Text RecordLead = new("Pendant un jour vous pourrez modifier ce que vous consignez. Après, on le corrige par une autre inscription. N’écrivez aucun nom.", "For a day you can change what you record. After that, a further entry corrects it. Write no names.");
    public static readonly Text Mend = new("Modifier", "Change");
    public static readonly Text MendTitle = new("Modifier ce vote", "Change this vote");
    public static readonly Text Correct = new("Corriger", "Correct");
    public static readonly Text CorrectTitle = new("Corriger un vote consigné", "Correct a recorded vote");
    public static readonly Text CorrectLead = new("L’inscription d’origine reste visible, avec un renvoi à celle-ci.", "The first entry stays visible, with a link to this one.");
    public static readonly Text IsCorrection = new("Corrige une inscription antérieure", "Corrects an earlier entry");
    public static readonly Text SeeCorrected = new("Voir l’inscription d’origine", "See the first entry");
    public static readonly Text IsCorrected = new("Corrigé depuis", "Corrected since");
    public static readonly Text SeeCorrection = new("Voir la correction", "See the correction");
    public static readonly Text AVote = new("Vote consigné", "Recorded vote");
    public static readonly Text WordsErased = new("Les mots de cette inscription ont été effacés le {0}\u00a0: ils nommaient quelqu’un.", "The words of this entry were erased on {0}: they named somebody.");
    public static readonly Text EraseWords = new("Effacer les mots", "Erase the words");
    public static readonly Text EraseWordsAsk = new("Effacer la question et ce qui en résulte, parce qu’on y nomme quelqu’un? Le jour et les nombres restent. Une correction peut ensuite les redire sans nom.", "Erase the question and what came of it, because they name somebody? The day and the numbers stay. A correction can then say them again without names.");
    public static readonly Text VotedOn = new("Jour du vote", "Day of the vote");
    public static readonly Text Body = new("Qui a voté?", "Who voted?");
    public static readonly Text Question = new("La question", "The question");
    public static readonly Text QuestionHelp = new("Comme elle a été posée, sans nommer personne.", "As it was put, without naming anybody.");
    public static readonly Text Manner = new("Comment?", "How?");
    public static readonly Text InFavour = new("Pour", "For");
    public static readonly Text Against = new("Contre", "Against");
    public static readonly Text Abstained = new("Abstentions", "Abstained");
    public static readonly Text NotVoting = new("N’ont pas voté", "Did not vote");
    public static readonly Text Outcome = new("Ce qui en résulte", "What came of it");
    public static readonly Text OutcomeHelp = new("En mots\u00a0: adopté, rejeté, remis, et ce qui suivra.", "In words: carried, not carried, put off, and what will follow.");
    public static readonly Text WrittenIn = new("Écrit en", "Written in");
    public static readonly Text MinutesOf = new("La rencontre dont le procès-verbal en parle", "The meeting whose minutes tell of it");
    public static readonly Text SeeMeeting = new("Voir la rencontre", "See the meeting");
    public static readonly Text NoVotes = new("Aucun vote n’est consigné.", "No vote is recorded.");

    public static readonly Confirmation[] Done =
    [
        new("committee.made", new("Le comité est créé. Ajoutez ses sièges.", "The committee is made. Add its seats.")),
        new("committee.saved", new("C’est enregistré.", "It is saved.")),
        new("committee.closed-now", new("Le comité est fermé.", "The committee is closed.")),
        new("committee.seat-added", new("Le siège est ajouté.", "The seat is added.")),
        new("committee.seat-removed", new("Le siège est retiré.", "The seat is removed.")),
        new("committee.offered", new("Le siège est proposé. La personne le verra sur sa page d’accueil, et un courriel le lui dit si elle en veut.", "The seat is offered. They will see it on their first page, and a message tells them if they want such.")),
        new("committee.offer-taken-back", new("La proposition est retirée.", "The offer is taken back.")),
        new("committee.accepted", new("Merci! Le siège est à vous.", "Thank you! The seat is yours.")),
        new("committee.declined", new("C’est noté. Merci d’avoir répondu.", "Noted. Thank you for answering.")),
        new("committee.left", new("Vous avez quitté ce siège. Merci pour votre travail.", "You have left this seat. Thank you for your work.")),
        new("committee.term-ended", new("Le mandat a pris fin.", "The term has ended.")),
        new("vote.recorded", new("Le vote est consigné.", "The vote is recorded.")),
        new("vote.words-erased", new("Les mots sont effacés.", "The words are erased.")),
        new("vote.mended", new("L’inscription est modifiée.", "The entry is changed.")),
    ];

    /// <summary>A day on each side of a text.</summary>
    public static Text Day(DateOnly day) => new(Dates.Day(day, Language.French), Dates.Day(day, Language.English));

    /// <summary>What somebody wrote, on each side of a text; the side there is, where one lacks.</summary>
    public static Text Both(Bilingual words) => new(words.For(Language.French).Text, words.For(Language.English).Text);

    /// <summary>What the group is called that a seat is kept for.</summary>
    public static Text GroupOf(Seat seat) => NetworkCodes.Groups.LabelOf(seat.Content.KeptFor);

    /// <summary>A standing in words.</summary>
    public static Text NameOf(SeatStanding standing) => standing switch
    {
        SeatStanding.Vacant => IsVacant,
        SeatStanding.Offered => IsOffered,
        SeatStanding.EndsSoon => EndsSoon,
        SeatStanding.Over => IsOver,
        _ => IsHeld,
    };

    /// <summary>Its tone.</summary>
    public static StatusKind KindOf(SeatStanding standing) => standing switch
    {
        SeatStanding.Held => StatusKind.Good,
        SeatStanding.Offered => StatusKind.Waiting,
        SeatStanding.Vacant => StatusKind.Neutral,
        _ => StatusKind.Attention,
    };

    /// <summary>Why a term ended, in words.</summary>
    public static Text NameOf(EndOfTerm why) => why switch
    {
        EndOfTerm.Left => Left,
        EndOfTerm.Closed => ByClosing,
        EndOfTerm.MembershipOver => ByLeaving,
        _ => Ended,
    };
}
