using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Library;

/// <summary>A shared practice with its text, and where it comes from.</summary>
/// <param name="NodeId">The chapter that signed it.</param>
/// <param name="PracticeId">Its id, the same in every revision.</param>
/// <param name="Shown">The latest revision; null once withdrawn, or when its text is not here.</param>
/// <param name="Revisions">Every revision whose text can be read, newest first.</param>
/// <param name="WithdrawnAt">When this node learned that the authors took it back or the hub took it down; null while it stands.</param>
/// <param name="TakenDown">Why the hub took it down; null when it did not.</param>
/// <param name="InOtherLanguage">The same practice of the same chapter in the other language; null when there is none to read.</param>
public sealed record LibraryPractice(
    string NodeId, Guid PracticeId, RevisionText? Shown, IReadOnlyList<RevisionText> Revisions, DateTimeOffset? WithdrawnAt, TakeDownReason? TakenDown, Guid? InOtherLanguage);

/// <summary>One revision as it was signed, with its text.</summary>
/// <param name="ItemId">The signed item, 64 hexadecimal digits.</param>
/// <param name="Payload">What the chapter signed.</param>
/// <param name="Content">What its author wrote; its hash is in what was signed.</param>
/// <param name="RevisedAt">When it was written, as the chapter says, but never after its arrival.</param>
/// <param name="ReceivedAt">When it arrived at this node, where it was verified.</param>
public sealed record RevisionText(string ItemId, PracticeRevision Payload, PracticeContent Content, DateTimeOffset RevisedAt, DateTimeOffset ReceivedAt)
{
    /// <summary>Its number, 1 upwards.</summary>
    public int Number => (int)Payload.About.Revision;
}

/// <summary>Looks one practice up.</summary>
public sealed class LibraryPractices(Database database)
{
    // A page names the last revisions; texts of 256 KiB each must not fill the memory of a small server.
    private const int MostRevisions = 50;

    /// <summary>A practice; null when this node never heard of it.</summary>
    public async Task<LibraryPractice?> Find(string nodeId, Guid practiceId, CancellationToken cancellationToken)
    {
        var found = await database.Find<Known>(
            """
            select p.item_id, p.withdrawn_at, p.taken_down,
                   (select o.practice_id from library_practice o
                     where o.original = p.original and o.node_id = p.node_id and o.language <> p.language and o.item_id is not null
                     order by case when o.practice_id = o.original then 0 else 1 end, o.revised_at desc, o.practice_id limit 1) as in_other_language
              from library_practice p
             where p.practice_id = @practiceId and p.node_id = @nodeId
            """,
            new { practiceId, nodeId },
            cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        // The words of a withdrawn practice are erased; what is left of it is that it was withdrawn.
        var revisions = found.WithdrawnAt is null ? await Revisions(nodeId, practiceId, cancellationToken).ConfigureAwait(false) : [];
        return new(nodeId, practiceId, revisions.Count > 0 ? revisions[0] : null, revisions, found.WithdrawnAt,
            found.TakenDown == 0 ? null : (TakeDownReason)found.TakenDown, found.InOtherLanguage);
    }

    private async Task<IReadOnlyList<RevisionText>> Revisions(string nodeId, Guid practiceId, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>(
            """
            select r.item_id, r.payload, r.revised_at, r.received_at, c.bytes as content
              from library_revision r
              join item_content c on c.position = r.position
             where r.practice_id = @practiceId and r.node_id = @nodeId
             order by r.revision desc, r.position desc
             limit @MostRevisions
            """,
            new { practiceId, nodeId, MostRevisions },
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new RevisionText(
            Convert.ToHexStringLower(r.ItemId), PracticeRevision.Parser.ParseFrom(r.Payload), PracticeContent.Parser.ParseFrom(r.Content), r.RevisedAt, r.ReceivedAt))];
    }

    private sealed record Known
    {
        public required byte[]? ItemId { get; init; }

        public required DateTimeOffset? WithdrawnAt { get; init; }

        public required long TakenDown { get; init; }

        public required Guid? InOtherLanguage { get; init; }
    }

    private sealed record Row
    {
        public required byte[] ItemId { get; init; }

        public required byte[] Payload { get; init; }

        public required DateTimeOffset RevisedAt { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required byte[] Content { get; init; }
    }
}
