using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Comments;

/// <summary>
/// Erases the comments of those who left and wanted it so, and then forgets what they wanted. It compares account and wish as they are now, and fails when something cannot
/// be erased: the loop then asks again.
/// </summary>
internal sealed class CommentsOfMembers(Database database, CommentQueries comments, IGrainFactory grains) : GrainFollower(database)
{
    private readonly Database database = database;

    public override string Name => "comments-of-members";

    public override bool CallsGrains => true;

    protected override string Kind => AccountStore.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            var wish = await database.Find<Wish>(
                "select w.erase_since, a.joined_at, a.left_at from comment_wish w join account a on a.id = w.member_id where w.member_id = @id", new { id }, cancellationToken);
            if (wish is null || (wish.LeftAt is null && wish.EraseSince >= wish.JoinedAt))
            {
                continue;
            }

            // Who came back meanwhile may have written since.
            var until = wish.LeftAt ?? wish.JoinedAt;
            foreach (var thread in await comments.ThreadsOf(id, cancellationToken))
            {
                Demand(await grains.GetGrain<ICommentThreadGrain>(thread).Do(new ForgetComments(Actor.Node, id, until)), thread);
            }

            Demand(await grains.GetGrain<ILeavingWishGrain>(id).Do(new ForgetWish(Actor.Node, wish.EraseSince)), id);
        }

        return _ => Task.CompletedTask;
    }

    private static void Demand(Result result, Guid id)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"Comments of {id} were not erased: {string.Join(", ", result.Refusals.Select(r => r.Code))}");
        }
    }

    private sealed record Wish
    {
        public required DateTimeOffset EraseSince { get; init; }

        public required DateTimeOffset JoinedAt { get; init; }

        public required DateTimeOffset? LeftAt { get; init; }
    }
}
