using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>What somebody said under topics and practices, and what they did with what others said.</summary>
internal sealed class CommentData(RecordsNaming records, CommentQueries comments, IEnumerable<ThingPage> things) : IPersonalData
{
    public IReadOnlyList<string> Stored => ["comments comments", "comments closed", "comments-on-leaving eraseSince"];

    public IReadOnlyList<PersonalPart> Of(Guid person) =>
    [
        new PersonalPart<(CommentThread Thread, Comment Comment)>(
            "comments", CommentText.Yours, cancel => Naming(person, cancel).SelectMany(t => t.Comments.Where(c => c.Author == person).Select(c => (t, c))),
            new("at", PersonalLabels.When, c => c.Comment.At),
            new("text", CommentText.FormText, c => c.Comment.Content.Text),
            new("language", PersonalLabels.Language, c => Coded.InLanguage(c.Comment.Content.Language)),
            new("showsName", CommentText.FormName, c => c.Comment.Content.ShowsName),
            new("editedAt", new("Modifié", "Edited"), c => c.Comment.EditedAt),
            new("hiddenAt", new("Masqué", "Hidden"), c => c.Comment.Hidden?.At),
            new("hiddenBecause", CommentText.Reason, c => c.Comment.Hidden?.Reason),
            new("page", PersonalLabels.Page, c => PageOf(c.Thread))),
        new PersonalPart<(CommentThread Thread, DateTimeOffset At, string? Reason)>(
            "comments-hidden", new("Les commentaires d’autres personnes que vous avez masqués ou fermés", "Other people’s comments that you hid or closed"),
            cancel => Naming(person, cancel).SelectMany(t => HiddenBy(t, person)),
            new("at", PersonalLabels.When, h => h.At),
            new("reason", CommentText.Reason, h => h.Reason),
            new("page", PersonalLabels.Page, h => PageOf(h.Thread))),
        new PersonalPart<bool>(
            "comments-on-leaving", CommentText.Leaving, async cancel => [await comments.WantsErasure(person, cancel)],
            new PersonalValue<bool>("erase", CommentText.WishErase, wants => wants)),
    ];

    private static IEnumerable<(CommentThread, DateTimeOffset, string?)> HiddenBy(CommentThread thread, Guid person)
    {
        foreach (var hidden in thread.Comments.Select(c => c.Hidden).OfType<Hiding>().Where(h => h.By == person))
        {
            yield return (thread, hidden.At, hidden.Reason);
        }

        if (thread.Closed is { } closed && closed.By == person)
        {
            yield return (thread, closed.At, null);
        }
    }

    private Link? PageOf(CommentThread thread) => things.FirstOrDefault(t => t.Kind == thread.About) is { } thing ? new(thing.Path(thread.Id)) : null;

    private IAsyncEnumerable<CommentThread> Naming(Guid person, CancellationToken cancellationToken) => records.Of<CommentThread>(CommentThread.Kind, person, cancellationToken);
}
