namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Takes a step from a template, or what a newer one says of it. Who ticked it off stays.</summary>
/// <param name="Actor">Who has the template's steps taken.</param>
/// <param name="Slug">What it is known by in the template.</param>
/// <param name="Content">What it says.</param>
[GenerateSerializer, Immutable, Alias("first-days.keep")]
public sealed record KeepStep([property: Id(0)] Actor Actor, [property: Id(1)] string Slug, [property: Id(2)] StepContent Content) : IOperation<FirstNinetyDays>
{
    /// <inheritdoc />
    public static Access Access => FirstNinetyDays.Keepers;

    /// <inheritdoc />
    public IReadOnlyList<Refusal> Errors => Slug.Length == 0 || Content.Title.IsEmpty || Content.Day is < 1 or > FirstNinetyDays.Days ? [Refusal.Of("first-days.step-unclear")] : [];

    /// <inheritdoc />
    public Result<FirstNinetyDays> On(FirstNinetyDays days, OperationContext at)
    {
        if (days.Find(Slug)?.Content == Content)
        {
            return days;
        }

        var earlier = days.Steps.FirstOrDefault(s => s.Slug == Slug);
        return earlier is null && days.Steps.Count >= FirstNinetyDays.MostSteps ? Refusal.Of("first-days.too-many-steps", "", FirstNinetyDays.MostSteps)
            : days.With((earlier ?? new() { Slug = Slug }) with { Content = Content, IsDropped = false }) with { Id = at.Id, Since = days.Current.Count > 0 ? days.Since : at.Now };
    }
}
