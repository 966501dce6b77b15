using RecoveryCoP.Chapter.Texts;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>The executive committee writes the welcome, if the sample has one.</summary>
internal sealed class TextScenes(IGrainFactory grains, ThisNode node)
{
    private const string Field = "welcome";

    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage)
    {
        if (stage.Sample.Chapter.Welcome is { } welcome)
        {
            var writer = stage.Holder(ChapterRoles.Executive).Key;
            yield return new(stage.Calendar.WeeksAgo(1), $"{ChapterFile.Name}: {Field}", _ =>
                grains.Text(TextPlaces.Welcome.IdOf(node)).Do(new WriteText(stage.Actor(writer), TextPlaces.Welcome.Slug, 0, welcome.ToForm().ToContent())));
        }
    }

    /// <summary>What is wrong with a sample's welcome.</summary>
    public static IEnumerable<Refusal> Faults(SampleFolder sample) => sample.Chapter.Welcome is not { } welcome ? []
        : TextForm.Errors(welcome.ToForm()).Select(error => SampleRefusals.At(ChapterFile.Name, $"{Field}.{SampleChecks.InFile(error.Field)}", error));
}
