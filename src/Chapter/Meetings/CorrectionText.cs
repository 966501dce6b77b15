using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>What is said of corrections to minutes.</summary>
internal static class CorrectionText
{
    public static readonly Text Title = new("Corrections proposées", "Proposed corrections");
    public static readonly Text Yours = new("Vos corrections", "Your corrections");
    public static readonly Text Propose = new("Proposer une correction", "Propose a correction");
    public static readonly Text What = new("Ce qui devrait être écrit autrement", "What should be written otherwise");
    public static readonly Text WhatHelp = new("Dites où, et comment. L’animation, le secrétariat et le comité exécutif le lisent, sans votre nom; ici, vous verrez ce qui en est advenu.", "Say where, and how. Facilitators, the secretary and the executive committee read it, without your name; you will see here what became of it.");
    public static readonly Text Send = new("Envoyer", "Send");
    public static readonly Text TakeBack = new("Reprendre", "Take back");
    public static readonly Text Waits = new("Pas encore de réponse", "No answer yet");
    public static readonly Text NeverAnswered = new("Le procès-verbal a été adopté sans réponse", "The minutes were approved without an answer");
    public static readonly Text IsTaken = new("Intégrée au texte", "Taken in");
    public static readonly Text IsNotTaken = new("Pas retenue", "Not taken in");
    public static readonly Text Word = new("Un mot à la personne (nécessaire si la correction n’est pas retenue)", "A word to them (needed if it is not taken in)");
    public static readonly Text Take = new("C’est intégré", "It is taken in");
    public static readonly Text LeaveOut = new("Ne pas la retenir", "Do not take it in");
    public static readonly Text SayAnswer = new("Dire ce qui en est advenu", "Say what became of it");
    public static readonly Text ChangeAnswer = new("Changer la réponse", "Change the answer");
    public static readonly Text AnswerLater = new("Après avoir enregistré le texte, dites sur la page du procès-verbal ce qui en est advenu.", "Once the text is saved, say on the page of the minutes what became of each.");

    public static IReadOnlyList<RefusalText> Refusals { get; } =
    [
        new("meeting.correction-missing", new("Écrivez ce qui devrait être corrigé.", "Write what should be corrected.")),
        new("meeting.correction-too-long", new("Au plus {0} caractères.", "At most {0} characters.")),
        new("meeting.correction-exists", new("Cette correction existe déjà. Rechargez la page.", "This correction exists already. Reload the page.")),
        new("meeting.correction-unknown", new("Cette correction n’est plus là. Rechargez la page.", "This correction is no longer there. Reload the page.")),
        new("meeting.correction-word-missing", new("Dites en quelques mots pourquoi elle n’est pas retenue.", "Say in a few words why it is not taken in.")),
        new("meeting.corrections-too-many", new("Il y a déjà beaucoup de corrections. Parlez de celle-ci à l’animation, ou à la rencontre qui adoptera le procès-verbal.", "There are many corrections already. Tell a facilitator of this one, or the meeting that will approve the minutes.")),
    ];

    public static IReadOnlyList<Confirmation> Done { get; } =
    [
        new("meeting.correction-proposed", new("Merci! Votre correction est envoyée.", "Thank you! Your correction is sent.")),
        new("meeting.correction-taken-back", new("Votre correction est reprise.", "Your correction is taken back.")),
        new("meeting.correction-answered", new("La réponse est notée.", "The answer is noted.")),
    ];
}
