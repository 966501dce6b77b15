using RecoveryCoP.Chapter.Adoptions.Pages;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>What somebody said of practices that are put to use.</summary>
internal sealed class AdoptionData(AdoptionQueries adoptions) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["adoption steps"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<(Adoption Adoption, AdoptionStep Step)>(
            "adoptions", AdoptionText.Yours, cancel => adoptions.SaidBy(person, cancel),
            new("at", PersonalLabels.When, s => s.Step.At),
            new("stage", AdoptionText.Stage, s => Coded.Of(AdoptionText.Stages, s.Step.Stage)),
            new("month", AdoptionText.Month, s => s.Step.Month),
            new("note", AdoptionText.Note, s => s.Step.Note),
            new("language", PersonalLabels.Language, s => Coded.InLanguage(s.Step.Language)),
            new("page", PersonalLabels.Page, s => new Link(PagePath.Of<AdoptionPage>(s.Adoption.Id)))),
    ];
}
