using RecoveryCoP.Node.Web.Forms;
using Google.Protobuf;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.SampleChapters;

/// <summary>Writing, sharing and revising practices.</summary>
internal sealed class PracticeScenes(IGrainFactory grains)
{
    /// <summary>The scenes.</summary>
    public IEnumerable<Scene> Of(Stage stage) => stage.Sample.Originals.SelectMany(p => Of(stage, p));

    private IEnumerable<Scene> Of(Stage stage, PracticeFile practice)
    {
        var revisions = stage.Sample.Practices.Where(p => p.Revises == practice.Key).OrderByDescending(p => p.Written).ToList();
        yield return At(stage, practice, practice.Written!.Value, () => Write(stage, practice));
        if (practice.Chapter is { } chapter)
        {
            yield return At(stage, practice, chapter, () => Grain(stage, practice).Do(new ShareInChapter(stage.Actor(practice.Author), RevisionAt(revisions, chapter))));
        }

        if (practice.Network is { } network)
        {
            var sharer = stage.Holder(ChapterRoles.Executive).Key;
            yield return At(stage, practice, network, () => Grain(stage, practice).Do(new ShareInNetwork(stage.Actor(sharer), RevisionAt(revisions, network), AuthorAgrees: true)));
        }

        var before = practice;
        foreach (var (index, revision) in revisions.Index())
        {
            var whole = revision.On(before);
            before = whole;
            yield return At(stage, revision, revision.Written!.Value, () => Revise(stage, practice, whole, index + 1));
        }
    }

    private Task<Result> Write(Stage stage, PracticeFile practice)
    {
        stage.Enter(practice.Path, stage.NewId());
        var form = Form(stage, practice);
        return Grain(stage, practice).Do(new WritePractice(stage.Actor(practice.Author), form.ToContent().ToByteArray(), form.ToFacts() with
        {
            AdaptedFrom = practice.AdaptedFrom.Length == 0 ? null : new(stage.Id(PracticeFile.PathOf(practice.AdaptedFrom))),
        }));
    }

    private Task<Result> Revise(Stage stage, PracticeFile practice, PracticeFile revision, int basedOn)
    {
        var form = Form(stage, revision);
        return Grain(stage, practice).Do(new RevisePractice(stage.Actor(revision.Author), basedOn, form.ToContent().ToByteArray(), form.ToFacts(), TypedText.Plain(form.Note)));
    }

    private static PracticeForm Form(Stage stage, PracticeFile practice) =>
        practice.ToForm(practice.TranslationOf.Length == 0 ? null : stage.Id(PracticeFile.PathOf(practice.TranslationOf)));

    private static Scene At(Stage stage, PracticeFile practice, int weeksAgo, Func<Task<Result>> play) =>
        new(stage.Calendar.WeeksAgo(weeksAgo), practice.Path, _ => play());

    private static int RevisionAt(IEnumerable<PracticeFile> revisions, int weeksAgo) => 1 + revisions.Count(r => r.Written > weeksAgo);

    private IPracticeGrain Grain(Stage stage, PracticeFile practice) => grains.GetGrain<IPracticeGrain>(stage.Id(practice.Path));
}
