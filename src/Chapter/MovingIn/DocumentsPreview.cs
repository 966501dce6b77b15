using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using RecoveryCoP.Node.Files;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A document that was sent, and where it would go, or why nowhere.</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="Name">Its name, to say which it is.</param>
/// <param name="Planned">Where it would go; null where nowhere.</param>
/// <param name="Why">Why nowhere.</param>
internal sealed record SentDocument(int Number, string Name, PlannedDocument? Planned, Refusal? Why);

/// <summary>Looks at documents that were sent, and stores those that have a meeting to go to; the meeting does not name them yet.</summary>
internal sealed partial class DocumentsPreview(MoveQueries moves, FileStore files, TimeProvider clock)
{
    /// <summary>Where each would go.</summary>
    public async Task<IReadOnlyList<SentDocument>> Of(IReadOnlyList<IFormFile> sent, CancellationToken cancellationToken)
    {
        List<SentDocument> documents = [];
        foreach (var (index, file) in sent.Index())
        {
            var (planned, why) = await Place(index + 1, file, cancellationToken);
            documents.Add(new(index + 1, FileText.TitleOf(file.FileName), planned, why));
        }

        return documents;
    }

    /// <summary>The day in a file's name: 2024-03-12, 2024_03_12 or 20240312; null where there is none.</summary>
    public static DateOnly? DayIn(string name) => InName().Match(name) is { Success: true } match
        && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private async Task<(PlannedDocument?, Refusal?)> Place(int number, IFormFile file, CancellationToken cancellationToken)
    {
        if (DayIn(file.FileName) is not { } day)
        {
            return (null, Refusal.Of("moving-in.document-undated"));
        }

        if (await moves.HeldOn(day, cancellationToken) is not [var meeting])
        {
            return (null, Refusal.Of((await moves.HeldOn(day, cancellationToken)).Count == 0 ? "moving-in.document-alone" : "moving-in.document-torn"));
        }

        var looked = await FileCheck.Look(file, cancellationToken);
        if (looked.Value is not { } good)
        {
            return (null, looked.Refusals[0]);
        }

        var title = TitleOf(file.FileName);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var held = await files.Put(id, meeting, good, cancellationToken);
        return held.Succeeded ? (new(id, number, meeting, title, good.Stored), null) : (null, held.Refusals[0]);
    }

    // The meeting says the day already.
    private static string TitleOf(string name)
    {
        var whole = FileText.TitleOf(name);
        var without = FileText.TitleOf(InName().Replace(name, "", 1).TrimStart(' ', '_', '-', '.'));
        return without.Length > 0 ? without : whole;
    }

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})[-_. ]?(?<m>\d{2})[-_. ]?(?<d>\d{2})(?!\d)")]
    private static partial Regex InName();
}
