using Google.Protobuf;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>
/// Keeps how chapters stand. A table and not a grain: using up a code and enrolling, admitting and taking on the first items of the feed,
/// are each one commit, which a grain's own write cannot be part of. The rules are pure all the same, and the version guards every decision.
/// </summary>
public sealed class EnrolmentStore(Database database, EnrolmentCodes codes, IEnumerable<IStandingListener> listeners, TimeProvider clock)
{
    private const string Columns = "node_id, standing, since, message, note, name_fr, name_en, beginning, enrolled_at, version";

    /// <summary>How a chapter stands at this moment; null when it never enrolled.</summary>
    public async Task<EnrolledChapter?> Find(NodeId chapter, CancellationToken cancellationToken)
    {
        var row = await database.Find<EnrolmentRow>(
            $"select {Columns} from enrolment where node_id = @id", new { id = chapter.Value }, cancellationToken).ConfigureAwait(false);
        return row?.ToChapter();
    }

    /// <summary>How a chapter stands at this moment and nothing else; null when it never enrolled.</summary>
    public async Task<EnrolmentState?> StandingOf(NodeId chapter, CancellationToken cancellationToken) =>
        await database.Find<string>("select standing from enrolment where node_id = @id", new { id = chapter.Value }, cancellationToken).ConfigureAwait(false) is { } standing
            ? Enum.Parse<EnrolmentState>(standing) : null;

    /// <summary>Whether the chapter still stands as it did when it was read, while the transaction holds the right to add items.</summary>
    internal static async Task<bool> Stands(Transaction transaction, ChapterEnrolment seen) =>
        await transaction.Find<long?>("select version from enrolment where node_id = @id", new { id = seen.Node.Value }).ConfigureAwait(false) == seen.Version;

    /// <summary>Tells those who keep in memory how a chapter stands.</summary>
    internal Task Changed(NodeId chapter) => Task.WhenAll(listeners.Select(listener => listener.Changed(chapter)));

    /// <summary>The chapters that are admitted now.</summary>
    public async Task<IReadOnlyList<NodeId>> Admitted(CancellationToken cancellationToken) =>
        [.. (await database.Query<string>("select node_id from enrolment where standing = 'Admitted' order by node_id limit 10000", null, cancellationToken).ConfigureAwait(false)).Select(id => new NodeId(id))];

    /// <summary>Every change of a chapter's standing, newest first.</summary>
    public Task<IReadOnlyList<StandingChange>> History(NodeId chapter, CancellationToken cancellationToken) => database.Query<StandingChange>(
        "select standing, at, by_id, message from enrolment_history where node_id = @id order by version desc limit 200",
        new { id = chapter.Value },
        cancellationToken);

    /// <summary>Uses up a code and enrols a chapter whose genesis and profile were verified; the same chapter again changes nothing.</summary>
    internal async Task<CodeUse> Enrol(byte[] codeHash, NewChapter chapter, CancellationToken cancellationToken)
    {
        var used = await database.Write(
            async t =>
            {
                // A link that was ended is not begun anew by a code: the code stays good for another chapter.
                var standing = await t.Find<string>("select standing from enrolment where node_id = @id", new { id = chapter.Node.Value }).ConfigureAwait(false);
                if (standing == nameof(EnrolmentState.Revoked))
                {
                    return CodeUse.ByRevoked;
                }

                var use = await codes.Use(t, codeHash, chapter.Node, isEnrolled: standing is not null).ConfigureAwait(false);
                if (use == CodeUse.First)
                {
                    await Add(t, codeHash, chapter).ConfigureAwait(false);
                }

                return use;
            },
            cancellationToken).ConfigureAwait(false);
        await (used == CodeUse.First ? Changed(chapter.Node) : Task.CompletedTask).ConfigureAwait(false);
        return used;
    }

    /// <summary>Lets a rule decide on a chapter as the operator saw it.</summary>
    /// <param name="seen">The chapter with the version that was on the operator's page.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="rule">Decides.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result> Decide(ChapterEnrolment seen, Actor actor, Func<ChapterEnrolment, Result<ChapterEnrolment>> rule, CancellationToken cancellationToken)
    {
        var decided = rule(seen);
        if (decided.Value is not { } next)
        {
            return decided.WithoutValue;
        }

        try
        {
            if (!await database.Write(t => TrySave(t, seen, next, actor), cancellationToken).ConfigureAwait(false))
            {
                return Refusal.Of("enrolment.stale");
            }

            await Changed(seen.Node).ConfigureAwait(false);
            return Result.Done;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Refusal.Of(StorageFailure.CodeOf(failure));
        }
    }

    /// <summary>Keeps verified entries behind the beginning of the feed of a chapter that was never admitted; false when somebody decided, or it grew, meanwhile.</summary>
    internal Task<bool> Extend(EnrolledChapter seen, IEnumerable<FeedEntry> entries, CancellationToken cancellationToken) => database.Write(
        async t => await t.Execute(
            "update enrolment set beginning = @beginning, version = version + 1 where node_id = @id and version = @seen and standing <> 'Admitted'",
            new { beginning = FeedPages.Of([.. seen.Beginning.Entries, .. entries]).ToByteArray(), id = seen.Node.Value, seen = seen.Enrolment.Version }).ConfigureAwait(false) == 1,
        cancellationToken);

    /// <summary>Saves a decision in a transaction of somebody else's; false when somebody decided meanwhile.</summary>
    internal static async Task<bool> TrySave(Transaction transaction, ChapterEnrolment seen, ChapterEnrolment next, Actor actor)
    {
        var saved = await transaction.Execute(
            """
            update enrolment set standing = @Standing, since = @Since, message = @Message, note = @Note, version = @Version
             where node_id = @id and version = @seen
            """,
            new { Standing = next.Standing.ToString(), next.Since, next.Message, next.Note, next.Version, id = next.Node.Value, seen = seen.Version }).ConfigureAwait(false);
        if (saved == 1 && next.Standing != seen.Standing)
        {
            await Log(transaction, next, actor.Id).ConfigureAwait(false);
        }

        return saved == 1;
    }

    private async Task Add(Transaction transaction, byte[] codeHash, NewChapter chapter)
    {
        var now = clock.GetUtcNow();
        var added = await transaction.Execute(
            """
            insert into enrolment (node_id, standing, since, message, note, name_fr, name_en, beginning, code_hash, enrolled_at, version)
            values (@id, 'Pending', @now, '', '', @NameFr, @NameEn, @beginning, @codeHash, @now, 1)
            on conflict (node_id) do nothing
            """,
            new
            {
                id = chapter.Node.Value,
                now,
                chapter.Profile.NameFr,
                chapter.Profile.NameEn,
                beginning = chapter.Beginning.ToByteArray(),
                codeHash,
            }).ConfigureAwait(false);
        if (added == 1)
        {
            await Log(transaction, new ChapterEnrolment { Node = chapter.Node, Standing = EnrolmentState.Pending, Since = now, Version = 1 }, null).ConfigureAwait(false);
        }
    }

    private static Task<int> Log(Transaction transaction, ChapterEnrolment now, Guid? by) => transaction.Execute(
        "insert into enrolment_history (node_id, version, standing, at, by_id, message) values (@id, @Version, @standing, @Since, @by, @Message)",
        new { id = now.Node.Value, now.Version, standing = now.Standing.ToString(), now.Since, by, now.Message });
}

/// <summary>A chapter that gave a good code, with the verified beginning of its feed.</summary>
internal sealed record NewChapter(NodeId Node, NodeProfileContent Profile, FeedPage Beginning);
