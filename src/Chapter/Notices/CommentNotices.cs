using RecoveryCoP.Chapter.Comments;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>What ought to have been told of a thread to one of its readers: that others said something after them, at most once in a day; nothing else.</summary>
internal static class CommentNews
{
    /// <summary>What is told begins with it.</summary>
    public const string Fact = "said-";

    // Who comments often adds a word, and others answer at once.
    private static readonly TimeSpan gathering = TimeSpan.FromHours(1), once = TimeSpan.FromDays(1);

    private static readonly TimeSpan commentsAreNews = TimeSpan.FromDays(3);

    /// <summary>It; null when there is nothing to tell.</summary>
    /// <param name="reader">Whom.</param>
    /// <param name="thread">As it stands.</param>
    /// <param name="told">When they were last written to about it; null when they were not.</param>
    /// <param name="now">What time it is.</param>
    public static LetterToRecord? For(Guid reader, CommentThread thread, DateTimeOffset? told, DateTimeOffset now)
    {
        var own = thread.Comments.LastOrDefault(c => c.Author == reader)?.At;
        if (thread.Comments.LastOrDefault(c => c.Author != reader && c.Hidden is null) is not { } last || last.At <= own || last.At <= now - commentsAreNews)
        {
            return null;
        }

        var sendAt = told is { } before && before + once > now + gathering ? before + once : now + gathering;
        return new(NoticeCodes.CodeOf(NewsKind.Comment), thread.Id, $"{Fact}{last.Id:N}", QuietHours.After(sendAt, Dates.Zone), last.At + commentsAreNews);
    }
}

/// <summary>Records it, whenever a thread is written, for those who spoke in it and for whose topic or practice it is about, if they ask for such letters.</summary>
internal sealed class CommentNotices(Database database, LetterOutbox outbox, TimeProvider clock) : GrainFollower(database)
{
    private const int Most = CommentThread.MostComments + 1;

    private readonly Database database = database;

    public override string Name => "comment-notices";

    protected override string Kind => CommentThread.Kind;

    protected override async Task<Func<Transaction, Task>> Follow(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        List<((Guid, Guid) Reader, LetterToRecord What)> missing = [];
        foreach (var id in ids)
        {
            var thread = await new CommentQueries(database).Find(id, cancellationToken);
            foreach (var reader in await Readers(id, cancellationToken))
            {
                if (CommentNews.For(reader.Id, thread, reader.ToldAt, clock.GetUtcNow()) is { } news)
                {
                    missing.Add(((reader.Id, reader.Stay), news));
                }
            }
        }

        return async transaction =>
        {
            foreach (var (reader, what) in missing)
            {
                await outbox.Record(transaction, [reader], what);
            }
        };
    }

    private Task<IReadOnlyList<Reader>> Readers(Guid thread, CancellationToken cancellationToken) => database.Query<Reader>(
        """
        select a.id, a.stay, (select max(l.ended_at) from letter l where l.account_id = a.id and l.about = @thread and l.kind = @kind and l.outcome = 'sent') as told_at
          from account a join member m on m.id = a.id and m.stay = a.stay
         where a.left_at is null and m.accepted is not null
           and a.id in (select author from comment where thread_id = @thread union select proposer from topic where id = @thread union select author from practice where id = @thread)
           and exists (select 1 from member_wanted w where w.member_id = a.id and w.kind = @kind)
         order by a.id limit @Most
        """,
        new { thread, kind = NoticeCodes.CodeOf(NewsKind.Comment), Most },
        cancellationToken);

    private sealed record Reader
    {
        public required Guid Id { get; init; }

        public required Guid Stay { get; init; }

        public required DateTimeOffset? ToldAt { get; init; }
    }
}

/// <summary>Letters that something was said: neither what nor by whom, which is read on the page.</summary>
internal sealed class CommentLetters(CommentQueries comments, IEnumerable<ThingPage> things, MemberQueries members, LetterLinks links, TimeProvider clock) : ILetterKind
{
    public string Code => NoticeCodes.CodeOf(NewsKind.Comment);

    public Text Name => NoticeCodes.Kinds.LabelOf(NewsKind.Comment);

    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (thread, member) = (await comments.Find(letter.About, cancellationToken), await members.Find(reader.Id, cancellationToken));
        if (!NewsKind.Comment.IsWantedBy(member) || CommentNews.For(reader.Id, thread, told: null, now)?.Fact != letter.Fact || things.FirstOrDefault(t => t.Kind == thread.About) is not { } thing)
        {
            return null;
        }

        var language = Language.Of(reader.Language);
        var lines = new LetterLines(language).Add(NoticeText.Hello).Gap().Add(NoticeText.CommentOpening).Gap()
            .Add(NoticeText.ReadComments).Add(links.At(thing.Path(thread.Id), language).ToString()).Gap();
        return links.Ended(lines, NewsKind.Comment, letter, reader, member, NoticeText.CommentSubject, now);
    }
}
