using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Enrolment;

/// <summary>
/// The codes that operators hand out. A code is kept as a hash, works for 72 hours, and belongs for ever to the first genesis that uses it.
/// </summary>
public sealed class EnrolmentCodes(Database database, ThisNode node, TimeProvider clock)
{
    /// <summary>How long a code can be used for the first time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);

    /// <summary>Makes a code. This is the only time that it is seen.</summary>
    /// <param name="actor">An operator.</param>
    /// <param name="note">Whom it is for, in the operator's words.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<EnrolmentCode>> Make(Actor actor, string note, CancellationToken cancellationToken)
    {
        if (!actor.Is(ChapterEnrolment.Operator))
        {
            return Refusal.Of("enrolment.not-yours");
        }

        if (ChapterEnrolment.Unfit(note, "Note") is { } unfit)
        {
            return unfit;
        }

        if (!node.IsFounded)
        {
            return Refusal.Of("enrolment.not-founded");
        }

        var code = EnrolmentCode.Create(node.Identity.Id);
        try
        {
            await Keep(code, actor, note.Trim(), cancellationToken).ConfigureAwait(false);
            return code;
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Refusal.Of(StorageFailure.CodeOf(failure));
        }
    }

    /// <summary>Codes that can still be used, newest first.</summary>
    public Task<IReadOnlyList<OpenCode>> Open(CancellationToken cancellationToken) => database.Query<OpenCode>(
        """
        select note, expires_at
          from enrolment_code
         where node_id is null and expires_at > @now
         order by made_at desc, code_hash
         limit 100
        """,
        new { now = clock.GetUtcNow() },
        cancellationToken);

    /// <summary>
    /// Ties the code to the node if nobody used it before; one statement decides, so two chapters that use it at once cannot both win.
    /// A chapter that is enrolled already needs none, and leaves it for another.
    /// </summary>
    internal async Task<CodeUse> Use(Transaction transaction, byte[] hash, NodeId chapter, bool isEnrolled)
    {
        var now = clock.GetUtcNow();
        var used = isEnrolled ? 0 : await transaction.Execute(
            "update enrolment_code set node_id = @chapter, used_at = @now where code_hash = @hash and node_id is null and expires_at > @now",
            new { hash, chapter = chapter.Value, now }).ConfigureAwait(false);
        if (used == 1)
        {
            return CodeUse.First;
        }

        var row = await transaction.Find<CodeRow>("select node_id from enrolment_code where code_hash = @hash", new { hash }).ConfigureAwait(false);
        return row is null ? CodeUse.Unknown
            : row.NodeId == chapter.Value || (isEnrolled && row.NodeId is null) ? CodeUse.Again
            : row.NodeId is null ? CodeUse.Expired
            : CodeUse.ByAnother;
    }

    /// <summary>Whether a code is one of this hub's and not too old; it is used up by nothing here. Whoever used it may go on asking with it meanwhile.</summary>
    internal async Task<CodeUse> Look(byte[] hash, CancellationToken cancellationToken) =>
        await database.Find<DateTimeOffset?>("select expires_at from enrolment_code where code_hash = @hash", new { hash }, cancellationToken).ConfigureAwait(false) is not { } until ? CodeUse.Unknown
            : until <= clock.GetUtcNow() ? CodeUse.Expired
            : CodeUse.Again;

    private Task<int> Keep(EnrolmentCode code, Actor by, string note, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.Write(
            t => t.Execute(
                """
                insert into enrolment_code (code_hash, note, made_at, made_by, expires_at)
                values (@hash, @note, @now, @by, @expires)
                """,
                new { hash = EnrolmentCode.HashOf(code.Secret), note, now, by = by.Id, expires = now + Lifetime }),
            cancellationToken);
    }

    private sealed record CodeRow
    {
        public string? NodeId { get; init; }
    }
}

/// <summary>What became of a code that a chapter sent.</summary>
internal enum CodeUse
{
    First,
    Again,
    ByAnother,
    ByRevoked,
    Expired,
    Unknown,
}

/// <summary>A code that nobody has used yet; the code itself is not known any more.</summary>
public sealed record OpenCode
{
    /// <summary>Whom it is for.</summary>
    public required string Note { get; init; }

    /// <summary>Until when it can be used.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
