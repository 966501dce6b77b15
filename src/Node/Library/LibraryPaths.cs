using Microsoft.AspNetCore.Http.Extensions;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Library;

/// <summary>Addresses of the library's pages.</summary>
public static class LibraryPaths
{
    /// <summary>The list and its search form.</summary>
    public static Text List { get; } = new("/fr/bibliotheque", "/en/library");

    /// <summary>A practice's page.</summary>
    public static Text Practice(string nodeId, Guid practiceId) => new($"{List.Fr}/{nodeId}/{practiceId}", $"{List.En}/{nodeId}/{practiceId}");

    /// <summary>What a revision changed.</summary>
    public static Text Revision(string nodeId, Guid practiceId, int number)
    {
        var practice = Practice(nodeId, practiceId);
        return new($"{practice.Fr}/revisions/{number}", $"{practice.En}/revisions/{number}");
    }

    /// <summary>Everything that one chapter shares.</summary>
    public static Text OfChapter(string nodeId) => Of(new LibrarySearch { Chapter = nodeId });

    /// <summary>A search's page.</summary>
    internal static Text Of(LibrarySearch search)
    {
        var query = new QueryBuilder();
        Add("q", search.Words);
        Add(LibraryFacet.Language, search.Language);
        Add(LibraryFacet.Topic, search.Topic);
        Add(LibraryFacet.Chime, search.Chime);
        Add(LibraryFacet.Chapter, search.Chapter);
        Add("page", search.Page > 1 ? Digits.Of(search.Page) : null);
        return new(List.Fr + query, List.En + query);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(name, value);
            }
        }
    }
}
