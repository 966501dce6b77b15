using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Files;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>A file of a meeting, as a link in a letter names it.</summary>
/// <param name="Account">Whose letter it was.</param>
/// <param name="Stay">In which stay it was written.</param>
/// <param name="Meeting">Of which meeting.</param>
/// <param name="File">Which file.</param>
internal sealed record FileInLetter(Guid Account, Guid Stay, Guid Meeting, Guid File);

/// <summary>Gives a file to whoever got the letter, for as long as they are here and may see the meeting.</summary>
internal sealed class FileByLetter(LetterLinks links, AccountStore accounts, MeetingQueries meetings, FileStore store)
{
    /// <summary>Where the file itself is, once somebody pressed the button.</summary>
    public const string Path = "/fichiers/courriel";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        $"{Path}/{{token}}",
        (string token, HttpContext context, FileByLetter files) => files.Answer(token, context)).AllowAnonymous();

    /// <summary>The meeting and its file; null for a link that is none or has ended, for somebody who left, and for what is no longer there.</summary>
    public async Task<(Meeting Meeting, MeetingFile File)?> Find(FileInLetter? link, CancellationToken cancellationToken) =>
        link is not null && await accounts.Find(link.Account, cancellationToken) is { } account && account.Stay == link.Stay
        && await meetings.Find(link.Meeting, new Actor(link.Account, []), cancellationToken) is { } meeting && meeting.Files.FirstOrDefault(f => f.Id == link.File) is { } file
            ? (meeting, file)
            : null;

    private async Task<IResult> Answer(string token, HttpContext context) => await Find(links.ReadOpenedFile(token), context.RequestAborted) is var (_, file)
        ? await FileAnswer.Of(context, store, file.Stored, file.Title)
        : Results.NotFound();
}
