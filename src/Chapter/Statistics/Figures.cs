using System.Text.Json.Serialization;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>One figure of a return.</summary>
/// <param name="Code">What is counted, e.g. <c>practices.shared</c>.</param>
/// <param name="Value">How many.</param>
[GenerateSerializer, Immutable, Alias("figure")]
public sealed record Figure([property: Id(0)] string Code, [property: Id(1)] long Value);

/// <summary>What a quarter's return counts: activity, never persons. Version 1 of the list.</summary>
public static class Figures
{
    /// <summary>Version of this list of measures; it travels with every return.</summary>
    public const int SchemaVersion = 1;

    /// <summary>No method is needed while only activity is counted.</summary>
    public const string Method = "none";

    /// <summary>Practices that reached the network in the quarter, withdrawn since or not.</summary>
    public const string Shared = "practices.shared";

    /// <summary>Later revisions, in the quarter, of practices that the network has.</summary>
    public const string Revised = "practices.revised";

    /// <summary>The figures of a quarter, in the order in which they are shown and sent.</summary>
    public static IReadOnlyList<Figure> Of(Quarter quarter, IEnumerable<SharedPractice> practices)
    {
        long shared = 0, revised = 0;
        foreach (var practice in practices)
        {
            if (practice.NetworkShare is { } share)
            {
                shared += quarter.Contains(share.At) ? 1 : 0;
                revised += practice.Revisions.Count(r => r.Number > share.FromRevision && quarter.Contains(r.At));
            }
        }

        return [new(Shared, shared), new(Revised, revised)];
    }
}

/// <summary>Of a practice's state, what is counted and nothing more.</summary>
/// <param name="NetworkShare">Since when and from which revision on the network has it; null if it never had.</param>
/// <param name="Revisions">Oldest first.</param>
public sealed record SharedPractice(
    [property: JsonPropertyName("networkShare")] SharedSince? NetworkShare,
    [property: JsonPropertyName("revisions")] IReadOnlyList<CountedRevision> Revisions);

/// <summary>Since when and from which revision on.</summary>
public sealed record SharedSince(DateTimeOffset At, int FromRevision);

/// <summary>A revision's number and time.</summary>
public sealed record CountedRevision(int Number, DateTimeOffset At);
