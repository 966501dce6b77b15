using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Templates;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>Takes the steps of a template. Who ticked one off is no part of it, and stays through upgrades and their undoing.</summary>
internal sealed class StepsFromTemplate(FirstDaysQueries queries, IGrainFactory grains) : ITemplatePart
{
    public TemplateKind Kind => TemplateKinds.Step;

    public async Task<IReadOnlyList<TemplateItem>> Ours(IReadOnlyCollection<string> ids, TemplateWork work, CancellationToken cancellationToken)
    {
        var days = await queries.NinetyDays(cancellationToken);
        return [.. ids.Select(days.Find).OfType<DayStep>().Select(ItemOf)];
    }

    public async Task<Result> Apply(ItemChange change, TemplateWork work, CancellationToken cancellationToken)
    {
        var step = (await queries.NinetyDays(cancellationToken)).Find(change.Id);
        var ours = step is null ? null : ItemOf(step);
        var grain = grains.GetGrain<IFirstNinetyDaysGrain>(FirstNinetyDays.TheId);
        return ours == change.After ? Result.Done
            : ours != change.Before ? TemplateRefusals.Changed
            : change.After is { } after ? await grain.Do(new KeepStep(work.Actor, after.Id, ContentOf(after)))
            : await grain.Do(new DropStep(work.Actor, change.Id));
    }

    private static TemplateItem ItemOf(DayStep step) => new TemplateItem(TemplateKinds.Step.Name, step.Slug)
        .With("title", step.Content.Title.Fr, step.Content.Title.En).With("words", step.Content.Words.Fr, step.Content.Words.En).With("day", Digits.Of(step.Content.Day));

    // The template was checked: its day is a number.
    private static StepContent ContentOf(TemplateItem item) => new() { Title = Field(item, "title"), Words = Field(item, "words"), Day = Digits.Read(item.Code("day"))!.Value };

    private static Bilingual Field(TemplateItem item, string name) => item.Fields.GetValueOrDefault(name) ?? new(null, null);
}
