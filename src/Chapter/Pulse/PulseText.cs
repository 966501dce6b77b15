using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Pulse;

/// <summary>What is asked after a meeting, and what is said of the answers.</summary>
internal static class PulseText
{
    public static readonly Text Useful = new("Cette rencontre vous a-t-elle été utile?", "Was this meeting useful to you?");
    public static readonly Text Heard = new("Avez-vous pu vous faire entendre?", "Could you make yourself heard?");
    public static readonly Text Neutral = new("La rencontre est-elle restée un espace neutre, où des points de vue différents pouvaient s’exprimer?", "Did the meeting stay a neutral space, where different views could be voiced?");
    public static readonly Text Scale = new("De 1 (pas du tout) à 5 (tout à fait)", "From 1 (not at all) to 5 (very much)");
    public static readonly Text UsefulShort = new("Utile", "Useful");
    public static readonly Text HeardShort = new("On pouvait se faire entendre", "People could be heard");
    public static readonly Text NeutralShort = new("Espace neutre", "Neutral space");

    public static readonly Text Title = new("Comment était la rencontre?", "How was the meeting?");
    public static readonly Text Card = new("3 questions, 20 secondes", "3 questions, 20 seconds");
    public static readonly Text About = new("Rencontre du {0}", "Meeting on {0}");
    public static readonly Text Go = new("Répondre", "Answer");
    public static readonly Text Lead = new("Jusqu’au {0}, pour les personnes qui y étaient. Le résultat paraîtra ensuite, une seule fois, si au moins {1} personnes ont répondu.", "Until {0}, for those who were there. The result will then be shown, once, if at least {1} people have answered.");
    public static readonly Text Kept = new("Seule la somme des réponses est gardée, jamais la vôtre. Que vous avez répondu est effacé à la fin.", "Only the sum of all answers is kept, never yours. That you have answered is erased at the end.");
    public static readonly Text Send = new("Envoyer mes réponses", "Send my answers");
    public static readonly Text Answered = new("Vous avez répondu. Le résultat sera ici le {0}, si au moins {1} personnes l’ont fait.", "You have answered. The result will be here on {0}, if at least {1} people have.");
    public static readonly Text TooFew = new("Trop peu de personnes ont répondu pour qu’un résultat soit montré.", "Too few people have answered for a result to be shown.");
    public static readonly Text Result = new("Ce qu’en disent les personnes qui y étaient", "What those who were there say");
    public static readonly Counted Answers = new(new("{0} réponse; moyenne de 1 (pas du tout) à 5 (tout à fait)", "{0} answer; average from 1 (not at all) to 5 (very much)"), new("{0} réponses; moyenne de 1 (pas du tout) à 5 (tout à fait)", "{0} answers; average from 1 (not at all) to 5 (very much)"));
    public static readonly Text Question = new("Question", "Question");
    public static readonly Text Mean = new("Moyenne", "Average");
    public static readonly Text OutOfFive = new("{0} sur 5", "{0} out of 5");
    public static readonly Text Part = new("{0}\u00a0: {1}", "{0}: {1}");

    public static IReadOnlyList<Option> Marks { get; } =
    [
        new("1", "1".AsText()), new("2", "2".AsText()), new("3", "3".AsText()), new("4", "4".AsText()), new("5", "5".AsText()),
    ];

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("pulse.mark-missing", new("Choisissez une réponse, de 1 à 5.", "Choose an answer, from 1 to 5.")),
        new("pulse.not-asked", new("Il n’y a pas de questions sur cette rencontre.", "There are no questions about this meeting.")),
        new("pulse.not-there", new("Ces questions sont pour les membres qui étaient à la rencontre.", "These questions are for members who were at the meeting.")),
        new("pulse.closed", new("Les sept jours pour répondre sont passés.", "The seven days for answering are over.")),
        new("pulse.answered", new("Vous avez déjà répondu\u00a0: une réponse ne change plus, car personne ne sait laquelle est la vôtre.", "You have already answered: an answer cannot change, since nobody knows which one is yours.")),
    ];

    public static readonly Confirmation Done = new("pulse.done", new("Merci! Vos réponses sont comptées.", "Thank you! Your answers are counted."));
}
