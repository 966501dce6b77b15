using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A part of a practice's text: how the form asks for it and the page shows it.</summary>
/// <param name="Name">The form's field.</param>
/// <param name="Label">Its name.</param>
/// <param name="Help">What to write there, with an example.</param>
/// <param name="Rows">Height of its field.</param>
/// <param name="InForm">Its value as typed.</param>
/// <param name="InText">Its value as saved, Markdown.</param>
internal sealed record PracticeSection(string Name, Text Label, Text Help, int Rows, Func<PracticeForm, string?> InForm, Func<PracticeText, string> InText)
{
    /// <summary>In the order in which one tells a story.</summary>
    public static IReadOnlyList<PracticeSection> All { get; } =
    [
        new(nameof(PracticeForm.Text), new("La pratique", "The practice"),
            new("Racontez-la comme à une collègue devant un café. Exemple\u00a0: «\u00a0Le jeudi, nous gardons une table libre. Qui veut s’assoit et parle de ce qui va bien. Personne ne prend de notes.\u00a0»", "Tell it as you would to a colleague over coffee. Example: “On Thursdays we keep one table free. Anyone can sit down and talk about what is going well. Nobody takes notes.”"),
            8, f => f.Text, t => t.Text),
        new(nameof(PracticeForm.Context), new("Le contexte", "The context"),
            new("Où, avec qui, pour répondre à quoi. Exemple\u00a0: «\u00a0Une clinique externe de six personnes; les gens attendaient longtemps et seuls.\u00a0»", "Where, with whom, in answer to what. Example: “An outpatient clinic with a staff of six; people waited long and alone.”"),
            4, f => f.Context, t => t.Context),
        new(nameof(PracticeForm.WhatWasDone), new("Ce qui a été fait", "What was done"),
            new("Les étapes, pour que quelqu’un d’autre puisse essayer. Exemple\u00a0: «\u00a01. Demander une table. 2. Inviter une paire aidante. 3. Se revoir après un mois.\u00a0»", "The steps, so that somebody else can try. Example: “1. Ask for a table. 2. Invite a peer support worker. 3. Meet again after a month.”"),
            6, f => f.WhatWasDone, t => t.WhatWasDone),
        new(nameof(PracticeForm.WhoWasInvolved), new("Qui a participé", "Who was involved"),
            new("Des rôles plutôt que des noms; ne nommez personne sans son accord. Exemple\u00a0: «\u00a0Deux pairs aidants, une infirmière, la personne à l’accueil.\u00a0»", "Roles rather than names; name nobody without their consent. Example: “Two peer support workers, a nurse, the receptionist.”"),
            3, f => f.WhoWasInvolved, t => t.WhoWasInvolved),
        new(nameof(PracticeForm.Results), new("Ce que cela a donné", "What came of it"),
            new("Ce que vous avez vu ou entendu, même petit. Exemple\u00a0: «\u00a0Trois personnes sont revenues aider à l’accueil.\u00a0» Si vous ne savez pas encore, dites-le.", "What you saw or heard, however small. Example: “Three people came back to help at the front desk.” If you do not know yet, say so."),
            4, f => f.Results, t => t.Results),
        new(nameof(PracticeForm.Lessons), new("Ce que nous avons appris", "What we learned"),
            new("Ce qui a surpris, ce que vous feriez autrement. Exemple\u00a0: «\u00a0Commencer à l’heure compte plus que le décor.\u00a0»", "What surprised you, what you would do differently. Example: “Starting on time matters more than the decoration.”"),
            4, f => f.Lessons, t => t.Lessons),
        new(nameof(PracticeForm.Conditions), new("Ce qu’il faut", "What it takes"),
            new("Temps, lieu, argent, accord de qui. Exemple\u00a0: «\u00a0Deux heures par semaine, 20 $ de café, l’accord de la direction.\u00a0»", "Time, place, money, whose agreement. Example: “Two hours a week, $20 of coffee, the director’s agreement.”"),
            3, f => f.Conditions, t => t.Conditions),
    ];
}
