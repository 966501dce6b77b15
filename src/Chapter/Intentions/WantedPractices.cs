using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Intentions;

/// <summary>A practice as it is named to whoever would like to try it.</summary>
/// <param name="Title">Its title, in the language it is written in.</param>
/// <param name="Language">That language.</param>
/// <param name="Path">Its page.</param>
internal sealed record NamedPractice(string Title, Language Language, Text Path);

/// <summary>Finds practices of this chapter and of the network by what an intention keeps of them.</summary>
internal sealed class WantedPractices(PracticeQueries practices, LibraryPractices library, ThisNode node)
{
    /// <summary>What an intention keeps of a practice of the library; one of this chapter is the same as on its own page.</summary>
    public WantedPractice Of(string author, Guid practice) => new(node.IsFounded && author == node.Identity.Id.Value ? "" : author, practice);

    /// <summary>A practice that somebody may read; null for any other.</summary>
    public async Task<NamedPractice?> Find(WantedPractice wanted, Actor reader, CancellationToken cancellationToken)
    {
        if (wanted.Node.Length == 0)
        {
            return await practices.Find(wanted.Id, reader, cancellationToken) is { } own && own.MayRead(reader) && own.State is PracticeState.SharedInChapter or PracticeState.SharedInNetwork
                ? new(own.Title, Language.Of(own.Current.Facts.Language), PathOf(wanted)) : null;
        }

        return NodeId.TryParse(wanted.Node, out _) && await library.Find(wanted.Node, wanted.Id, cancellationToken) is { Shown: { } shown }
            ? new(shown.Content.Title, Language.Of(shown.Payload.Language), PathOf(wanted)) : null;
    }

    /// <summary>The page of a practice, whoever may read it.</summary>
    public static Text PathOf(WantedPractice wanted) => wanted.Node.Length == 0 ? PagePath.Of<PracticePage>(wanted.Id) : LibraryPaths.Practice(wanted.Node, wanted.Id);
}
