using RecoveryCoP.Chapter.Practices;

namespace RecoveryCoP.Chapter.Adoptions;

/// <summary>A member says how far the adoption of a practice by an organization has come. The same form sent twice finds its work done.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Practice">Which practice.</param>
/// <param name="Organization">Which organization.</param>
/// <param name="Step">The id that the form was given.</param>
/// <param name="Said">What they say.</param>
[GenerateSerializer, Immutable, Alias("adoption.say-stage")]
public sealed record SayStage(
    [property: Id(0)] Actor Actor, [property: Id(1)] PracticeReference Practice, [property: Id(2)] Guid Organization, [property: Id(3)] Guid Step, [property: Id(4)] SaidStage Said)
    : IOperation<Adoption>
{
    /// <inheritdoc />
    public static Access Access => Access.Members;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors =>
        Said.Note.Length > Adoption.LongestNote ? [Refusal.Of("adoption.note-too-long", nameof(AdoptionForm.Note), Adoption.LongestNote)]
        : Step == Guid.Empty || Organization == Guid.Empty ? [Refusal.Of("adoption.unknown")]
        : Said.Month.Day != 1 ? [Refusal.Of("adoption.month-unclear", nameof(AdoptionForm.Month))]
        : [];

    /// <inheritdoc />
    public Result<Adoption> On(Adoption adoption, OperationContext at)
    {
        var today = Dates.DayOf(at.Now);
        if (Adoption.IdOf(Practice, Organization) != at.Id)
        {
            return Refusal.Of("adoption.unknown");
        }

        if (adoption.Find(Step) is { } there)
        {
            return there.By == Actor.Id && Said.Is(there) ? adoption : Refusal.Of("adoption.step-exists");
        }

        if (Said.Month > today || Said.Month < today.AddYears(-Adoption.YearsBack))
        {
            return Refusal.Of("adoption.month-unclear", nameof(AdoptionForm.Month));
        }

        if (adoption.Steps.Count >= Adoption.MostSteps)
        {
            return Refusal.Of("adoption.too-many-steps", "", Adoption.MostSteps);
        }

        var step = new AdoptionStep { Id = Step, Stage = Said.Stage, Month = Said.Month, Note = Said.Note, Language = Said.Language, By = Actor.Id, At = at.Now };
        return adoption with { Id = at.Id, Practice = Practice, Organization = Organization, Steps = [.. adoption.Steps.Append(step).OrderBy(s => s.Month).ThenBy(s => s.At)] };
    }
}

/// <summary>What a member says of an adoption.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="Month">Since when: the first day of a month.</param>
/// <param name="Note">What there is to say; may be empty.</param>
/// <param name="Language">Code of the language of the note.</param>
[GenerateSerializer, Immutable, Alias("said-stage")]
public sealed record SaidStage([property: Id(0)] AdoptionStage Stage, [property: Id(1)] DateOnly Month, [property: Id(2)] string Note, [property: Id(3)] string Language)
{
    internal bool Is(AdoptionStep step) => step.Stage == Stage && step.Month == Month && step.Note == Note && step.Language == Language;
}
