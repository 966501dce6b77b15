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

    private async Task<(PlannedDocument?, Refusal?)> Place(int number, IFormFile file, CancellationToken cancellationToken)
    {
        var days = LooseDate.InName(Path.GetFileNameWithoutExtension(file.FileName));
        if (days.Count == 0)
        {
            return (null, Refusal.Of("moving-in.document-undated"));
        }

        // Of two days that a name can mean, that on which people met.
        List<Guid> held = [];
        foreach (var (from, to) in days)
        {
            held.AddRange(await moves.HeldBetween(from, to, cancellationToken));
        }

        if (held is not [var meeting])
        {
            return (null, Refusal.Of(held.Count == 0 ? "moving-in.document-alone" : "moving-in.document-torn"));
        }

        var looked = await FileCheck.Look(file, cancellationToken);
        if (looked.Value is not { } good)
        {
            return (null, looked.Refusals[0]);
        }

        var title = TitleOf(file.FileName);
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var put = await files.Put(id, meeting, good, cancellationToken);
        return put.Succeeded ? (new(id, number, meeting, title, good.Stored), null) : (null, put.Refusals[0]);
    }

    // The meeting says the day already.
    private static string TitleOf(string name)
    {
        var whole = FileText.TitleOf(name);
        var without = FileText.TitleOf(DayBefore().Replace(name, "", 1).TrimStart(' ', '_', '-', '.'));
        return without.Length > 0 ? without : whole;
    }

    [GeneratedRegex(@"(?<!\d)(?:(?:19|20)\d{2}[-_. ]?\d{2}[-_. ]?\d{2}|\d{1,2}[-_. ]\d{1,2}[-_. ](?:19|20)\d{2})(?!\d)")]
    private static partial Regex DayBefore();
}
