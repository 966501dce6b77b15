using System.Text.Json;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;
using RecoveryCoP.Node.Web.Guards;

namespace RecoveryCoP.Chapter.Meetings;

/// <summary>Files of meetings: stored before the meeting names them, and given to whoever may see the meeting.</summary>
internal sealed class MeetingFiles(FileStore store, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Where somebody who is signed in gets a file.</summary>
    public static string PathOf(Guid meeting, Guid file) => $"/fichiers/{meeting}/{file}";

    /// <summary>Gives it to whoever may see the meeting; to others it is as if there were none.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/fichiers/{meeting:guid}/{file:guid}",
        async (Guid meeting, Guid file, HttpContext context, MeetingQueries meetings, FileStore store) =>
            context.Actor() is { } reader && (await meetings.Find(meeting, reader, context.RequestAborted))?.Files.FirstOrDefault(f => f.Id == file) is { } found
                ? await FileAnswer.Of(context, store, found.Stored, found.Title)
                : Results.NotFound()).WithMetadata(new AfterRequirementsAttribute());

    /// <summary>Adds a file: asks the meeting first, so that nothing is stored that it refuses.</summary>
    public async Task<Result> Add(Meeting meeting, AddFile add, CheckedFile file, CancellationToken cancellationToken)
    {
        if (meeting.Try(add, meeting.Id, clock.GetUtcNow()) is { Succeeded: false } refused)
        {
            return refused.WithoutValue;
        }

        var held = await store.Put(add.File, meeting.Id, file, cancellationToken);
        if (!held.Succeeded)
        {
            return held.WithoutValue;
        }

        var added = await grains.Meeting(meeting.Id).Do(add);
        if (!added.Succeeded && held.Value!.IsNew)
        {
            await store.Drop(add.File, CancellationToken.None);
        }

        return added;
    }
}

/// <summary>Lets go of files that a meeting no longer names: taken off, or those of a draft that was given up.</summary>
internal sealed class FilesOfMeetings(Database database, FileStore store) : GrainFollower(database)
{
    private readonly Database database = database;

    public override string Name => "files-of-meetings";

    protected override string Kind => Meeting.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        List<(Guid Meeting, HashSet<Guid> Files)> named = [];
        foreach (var id in ids)
        {
            // Most meetings never had any.
            if (await database.Find<string>("select json from meeting where id = @id and exists (select 1 from file_holder h where h.holder = @id)", new { id }, cancellationToken) is { } json)
            {
                named.Add((id, [.. JsonSerializer.Deserialize<Meeting>(json, GrainJson.Options)!.Files.Select(f => f.Id)]));
            }
        }

        return async transaction =>
        {
            foreach (var (meeting, files) in named)
            {
                await store.Keep(transaction, meeting, files);
            }
        };
    }
}
