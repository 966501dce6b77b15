using RecoveryCoP.Chapter.Practices.Pages;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Library;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A practice as it is named on the pages of other things.</summary>
/// <param name="Title">Its title, in the language it is written in.</param>
/// <param name="Language">That language.</param>
/// <param name="Path">Its page.</param>
/// <param name="IsByReader">True when the reader wrote it.</param>
internal sealed record NamedPractice(string Title, Language Language, Text Path, bool IsByReader = false);

/// <summary>Finds practices of this chapter and of the network by what other things keep of them.</summary>
internal sealed class NamedPractices(PracticeQueries practices, Database database, ThisNode node)
{
    /// <summary>What is kept of a practice of the library; one of this chapter is the same as on its own page.</summary>
    public PracticeReference Of(string author, Guid practice) => new(node.IsFounded && author == node.Identity.Id.Value ? "" : author, practice);

    /// <summary>A practice that somebody may read; null for any other.</summary>
    public async Task<NamedPractice?> Find(PracticeReference practice, Actor reader, CancellationToken cancellationToken)
    {
        if (practice.Node.Length == 0)
        {
            return await practices.Find(practice.Id, reader, cancellationToken) is { State: PracticeState.SharedInChapter or PracticeState.SharedInNetwork } own && own.MayRead(reader)
                ? new(own.Title, Language.Of(own.Current.Facts.Language), PathOf(practice), own.IsBy(reader)) : null;
        }

        // Its title alone: a list of them must not read every revision.
        return await database.Find<Titled>(
            "select title, language from library_practice where practice_id = @Id and node_id = @Node and item_id is not null and withdrawn_at is null", new { practice.Id, practice.Node }, cancellationToken) is { } titled
            ? new(titled.Title, Language.Of(titled.Language), PathOf(practice)) : null;
    }

    /// <summary>The page of a practice, whoever may read it.</summary>
    public static Text PathOf(PracticeReference practice) => practice.Node.Length == 0 ? PagePath.Of<PracticePage>(practice.Id) : LibraryPaths.Practice(practice.Node, practice.Id);

    private sealed record Titled
    {
        public required string Title { get; init; }

        public required string Language { get; init; }
    }
}
