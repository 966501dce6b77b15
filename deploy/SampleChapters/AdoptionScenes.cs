using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.SampleChapters;

/// <summary>Members say where practices are put to use, and how far that has come.</summary>
internal sealed class AdoptionScenes(IGrainFactory grains)
{
    private static readonly TimeSpan fiveHours = TimeSpan.FromHours(5);

    /// <summary>The scenes: in the evening, whatever is spoken of is there by then.</summary>
    public IEnumerable<Scene> Of(Stage stage) => stage.Sample.Adoptions.Adoptions.Index().SelectMany(a => a.Item.Said.Select(said => new Scene(
        stage.Calendar.WeeksAgo(said.WeeksAgo) + fiveHours, $"{AdoptionsFile.Name}: adoptions[{a.Index}]", _ => Say(stage, a.Item, said))));

    /// <summary>What is wrong with a sample's adoptions: whom and what they name, in which order, and what no form would take.</summary>
    public static IEnumerable<Refusal> Faults(SampleFolder sample) => sample.Adoptions.Adoptions.Index().SelectMany(a => (Refusal[])
    [
        .. sample.Chapter.Organizations.Any(o => o.Name == a.Item.Organization) ? Array.Empty<Refusal>() : [At($"adoptions[{a.Index}].organization", "sample.unknown", a.Item.Organization)],
        .. sample.Originals.FirstOrDefault(p => p.Key == a.Item.Practice) is { Chapter: { } shown }
            ? a.Item.Said.Index().SelectMany(s => Of(sample, $"adoptions[{a.Index}].said[{s.Index}]", s.Item, shown))
            : [At($"adoptions[{a.Index}].practice", "sample.no-such-practice", a.Item.Practice)],
    ]);

    private static IEnumerable<Refusal> Of(SampleFolder sample, string at, SaidFile said, int shown) =>
    [
        .. AdoptionForm.Validator.Errors(said.ToForm(Dates.DayOf(SampleChecks.AnyDay))).Select(error => SampleRefusals.At(AdoptionsFile.Name, $"{at}.{SampleChecks.InFile(error.Field)}", error)),
        .. NetworkCodes.Languages.Has(said.Language) ? Array.Empty<Refusal>() : [At($"{at}.language", "sample.unknown", said.Language)],
        .. said.WeeksAgo > shown ? [At($"{at}.weeksAgo", "sample.too-early", said.By)] : Array.Empty<Refusal>(),
        .. sample.Chapter.Members.FirstOrDefault(m => m.Key == said.By) switch
        {
            null => [At($"{at}.by", "sample.no-such-member", said.By)],
            { } member when member.Joined < said.WeeksAgo => [At($"{at}.by", "sample.too-early", said.By)],
            _ => Array.Empty<Refusal>(),
        },
    ];

    private async Task<Result> Say(Stage stage, AdoptionFile file, SaidFile said)
    {
        // Whoever says so adds the organization where nobody belongs to it yet.
        var content = stage.Sample.Chapter.Organizations.First(o => o.Name == file.Organization).ToForm().ToContent();
        var (who, organization, practice) = (stage.Actor(said.By), Organization.IdOf(content.Name), PracticeReference.Own(stage.Id(PracticeFile.PathOf(file.Practice))));
        var added = await grains.Organization(organization).Do(new AddOrganization(who, content));
        return added.Succeeded
            ? await grains.Adoption(Adoption.IdOf(practice, organization)).Do(new SayStage(who, practice, organization, stage.NewId(), said.ToForm(Dates.DayOf(stage.Now)).ToSaid(said.Language)))
            : added;
    }

    private static Refusal At(string field, string code, string value) => SampleRefusals.At(AdoptionsFile.Name, field, code, value);
}
