using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>What pages and letters say of intentions.</summary>
internal static class IntentionText
{
    public static readonly Text Want = new("J’aimerais l’essayer", "I would like to try this");
    public static readonly Text Title = new("L’essayer", "Trying it");
    public static readonly Text Private = new("Personne d’autre ne le voit. Dans six semaines, nous vous demanderons où vous en êtes.", "Nobody else sees this. In six weeks, you will be asked what became of it.");
    public static readonly Text FromMeeting = new("Essayer une de ces pratiques", "Trying one of these practices");
    public static readonly Text WantedSince = new("Vous aimeriez l’essayer depuis le {0}.", "You have wanted to try it since {0}.");
    public static readonly Text BegunSince = new("Vous l’essayez depuis le {0}.", "You have been trying it since {0}.");
    public static readonly Text AskedOn = new("Nous vous demanderons le {0} où vous en êtes. Personne d’autre ne le voit.", "You will be asked what became of it on {0}. Nobody else sees this.");
    public static readonly Text AskedNoMore = new("Nous ne vous le demanderons plus. Personne d’autre ne le voit.", "You will not be asked again. Nobody else sees this.");
    public static readonly Text SeeMine = new("Voir tout ce que vous aimeriez essayer", "See all that you would like to try");

    public static readonly Counted WantedBy = new(
        new("Une personne d’ici aimerait l’essayer ou l’essaie.", "One person here would like to try it or is trying it."),
        new("{0} personnes d’ici aimeraient l’essayer ou l’essaient.", "{0} people here would like to try it or are trying it."));

    public static readonly Text Mine = new("Ce que vous aimeriez essayer", "What you would like to try");
    public static readonly Text MineWhy = new("Les pratiques que vous aimeriez essayer, pour vous seulement", "The practices that you would like to try, for your eyes only");
    public static readonly Text MineLead = new("Personne d’autre ne voit cette page. Vous pouvez y dire ce qu’il en est, quand vous voulez.", "Nobody else sees this page. You can say here what became of it, whenever you like.");
    public static readonly Text None = new("Rien pour le moment. Sur la page d’une pratique, le bouton «\u00a0J’aimerais l’essayer\u00a0» l’ajoute ici.", "Nothing yet. On the page of a practice, the button “I would like to try this” adds it here.");
    public static readonly Text Gone = new("Une pratique qui a été retirée", "A practice that was withdrawn");
    public static readonly Text Begun = new("C’est commencé", "It has begun");
    public static readonly Text NotYet = new("Pas encore", "Not yet");
    public static readonly Text NotForMe = new("Ce ne sera pas pour moi", "It is not for me");
    public static readonly Text No = new("Je ne l’essaierai pas", "I will not try it");
    public static readonly Text Why = new("Pourquoi", "Why");
    public static readonly Text TakeBack = new("L’enlever de ma page", "Take it off my page");
    public static readonly Text TakeBackAsk = new("Il n’en restera rien.", "Nothing of it will stay.");
    public static readonly Text GivenUpOn = new("Vous avez dit non le {0}.", "You said no on {0}.");

    public static readonly Text AskTitle = new("Où en êtes-vous?", "What became of it?");
    public static readonly Text AskLead = new("Il s’agit d’une pratique que vous aimeriez essayer depuis le {0}.", "This is about a practice that you have wanted to try since {0}.");
    public static readonly Text Noted = new("C’est noté. Merci!", "It is noted. Thank you!");

    public static readonly Text AnsweredAt = new("Quand vous l’avez dit", "When you said so");
    public static readonly Text NextAsked = new("Quand nous vous le demanderons", "When you will be asked");

    public static Options<IntentionState> States { get; } = new()
    {
        { IntentionState.Open, NotYet },
        { IntentionState.Begun, Begun },
        { IntentionState.GivenUp, No },
    };

    public static Options<WhyNot> Reasons { get; } = new()
    {
        { WhyNot.Time, new("Le temps manque", "There is no time") },
        { WhyNot.Direction, new("La direction n’est pas d’accord", "Those who decide do not agree") },
        { WhyNot.Money, new("L’argent manque", "There is no money") },
        { WhyNot.Rules, new("Les règles l’empêchent", "Rules are in the way") },
        { WhyNot.NotRight, new("Cela ne convient pas chez nous", "It is not right for us") },
        { WhyNot.Other, new("Autre chose", "Something else") },
    };

    /// <summary>How an intention stands, in a line.</summary>
    public static Text StandsAs(Intention intention) => intention.State switch
    {
        IntentionState.Begun => BegunSince.With(Dates.Day(intention.AnsweredAt!.Value)),
        IntentionState.GivenUp => GivenUpOn.With(Dates.Day(intention.AnsweredAt!.Value)),
        _ => WantedSince.With(Dates.Day(intention.At)),
    };

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("intention.not-yours", new("Chaque personne dit elle-même ce qu’elle aimerait essayer.", "Everybody says for themselves what they would like to try.")),
        new("intention.unknown", new("Ce n’est plus sur votre page.", "It is no longer on your page.")),
        new("intention.too-many", new("Il y a déjà {0} pratiques sur votre page. Enlevez-en une.", "There are {0} practices on your page already. Take one off.")),
        new("intention.answer-missing", new("Choisissez une des réponses.", "Choose one of the answers.")),
    ];

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("intention.noted", new("C’est noté, pour vous seulement.", "It is noted, for you alone.")),
        new("intention.answered", Noted),
        new("intention.taken-back", new("C’est enlevé.", "It is off your page.")),
    ];
}
