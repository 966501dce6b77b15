using Microsoft.AspNetCore.Components;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Practices.Pages;

/// <summary>A page with the form of a practice: one posted field a property.</summary>
public abstract class PracticeFormPage : PracticePageBase
{
    [SupplyParameterFromForm] public string? Title { get; set; }
    [SupplyParameterFromForm] public string? Summary { get; set; }
    [SupplyParameterFromForm] public string? Text { get; set; }
    [SupplyParameterFromForm] public string? Context { get; set; }
    [SupplyParameterFromForm] public string? WhatWasDone { get; set; }
    [SupplyParameterFromForm] public string? WhoWasInvolved { get; set; }
    [SupplyParameterFromForm] public string? Results { get; set; }
    [SupplyParameterFromForm] public string? Lessons { get; set; }
    [SupplyParameterFromForm] public string? Conditions { get; set; }
    [SupplyParameterFromForm] public string[]? Topics { get; set; }
    [SupplyParameterFromForm] public string[]? Chime { get; set; }
    [SupplyParameterFromForm] public string[]? Groups { get; set; }
    [SupplyParameterFromForm(Name = "Language")] public string? WrittenIn { get; set; }
    [SupplyParameterFromForm] public string? TranslationOf { get; set; }
    [SupplyParameterFromForm] public string? Licence { get; set; }
    [SupplyParameterFromForm] public string? Credit { get; set; }
    [SupplyParameterFromForm] public string? CreditName { get; set; }
    [SupplyParameterFromForm] public string? Note { get; set; }

    /// <summary>What was posted, whole.</summary>
    private protected PracticeForm Posted => new()
    {
        Title = Title,
        Summary = Summary,
        Text = Text,
        Context = Context,
        WhatWasDone = WhatWasDone,
        WhoWasInvolved = WhoWasInvolved,
        Results = Results,
        Lessons = Lessons,
        Conditions = Conditions,
        Topics = Topics ?? [],
        Chime = Chime ?? [],
        Groups = Groups ?? [],
        Language = WrittenIn,
        TranslationOf = TranslationOf,
        Licence = Licence,
        Credit = Credit,
        CreditName = CreditName,
        Note = Note,
    };

    /// <summary>Shows why a command was refused: 409 when somebody else was first, 422 otherwise.</summary>
    protected void ShowRefusal(Result outcome)
    {
        if (outcome.Refusals.FirstOrDefault(p => p.Code == "practice.stale") is { } stale)
        {
            Refuse(stale);
        }
        else
        {
            Refuse(outcome);
        }
    }
}
