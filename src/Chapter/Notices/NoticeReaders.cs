using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>Who is to be told what; records what is to be told of meetings and is not recorded yet.</summary>
internal sealed class NoticeReaders(Database database, LetterOutbox outbox, TimeProvider clock)
{
    private const int Most = 100_000;

    /// <summary>Finds out, outside any transaction, what is missing for a meeting.</summary>
    /// <returns>Records it; null when nothing is.</returns>
    public async Task<Func<Transaction, Task>?> Missing(Meeting meeting, CancellationToken cancellationToken)
    {
        List<(IReadOnlyList<(Guid, Guid)> Readers, LetterToRecord What)> missing = [];
        HashSet<Guid> toldNow = [];
        foreach (var news in MeetingNews.Of(meeting, clock.GetUtcNow()))
        {
            var readers = await Of(meeting, news, cancellationToken);
            if (news.For == NewsFor.Expected)
            {
                readers = [.. readers.Where(r => !toldNow.Contains(r.Account))];
            }

            toldNow.UnionWith(readers.Select(r => r.Account));
            if (readers.Count > 0)
            {
                missing.Add((readers, new(NoticeCodes.CodeOf(news.Kind), meeting.Id, news.Fact, news.SendAt, news.ExpiresAt, news.IsUrgent)));
            }
        }

        return missing.Count == 0 ? null : async transaction =>
        {
            foreach (var (readers, what) in missing)
            {
                await outbox.Record(transaction, readers, what);
            }
        };
    }

    /// <summary>Somebody, if they are here, have accepted the charter and want such letters; nobody otherwise.</summary>
    public Task<IReadOnlyList<(Guid Account, Guid Stay)>> OnlyIfWanted(Guid reader, NewsKind kind, CancellationToken cancellationToken) =>
        Only(reader, "", new { reader, kind = NoticeCodes.CodeOf(kind) }, cancellationToken);

    /// <summary>The same, if they have not been told this in the stay that they are in.</summary>
    public Task<IReadOnlyList<(Guid Account, Guid Stay)>> OnlyIfUntold(Guid reader, LetterToRecord what, CancellationToken cancellationToken) => Only(
        reader, "and not exists (select 1 from letter l where l.account_id = a.id and l.stay = a.stay and l.about = @About and l.fact = @Fact)",
        new { reader, kind = what.Kind, what.About, what.Fact }, cancellationToken);

    private async Task<IReadOnlyList<(Guid Account, Guid Stay)>> Only(Guid reader, string condition, object values, CancellationToken cancellationToken) =>
    [
        .. (await database.Query<Guid>(
            $"""
            select a.stay
              from account a join member m on m.id = a.id and m.stay = a.stay
             where a.id = @reader and a.left_at is null and m.accepted is not null
               and not exists (select 1 from member_declined d where d.member_id = a.id and d.kind = @kind)
               {condition}
            """,
            values,
            cancellationToken)).Select(stay => (reader, stay)),
    ];

    private async Task<IReadOnlyList<(Guid Account, Guid Stay)>> Of(Meeting meeting, News news, CancellationToken cancellationToken)
    {
        var rows = await database.Query<Row>(
            """
            select a.id as id, a.stay as stay,
                   case when exists (select 1 from member_declined d where d.member_id = a.id and d.kind = @kind) then 1 else 0 end as declined,
                   case when exists (select 1 from letter l where l.account_id = a.id and l.stay = a.stay and l.about = @meeting and l.fact <> 'minutes'
                                        and (l.outcome = 'sent' or l.tries > 0 or (l.ended_at is null and l.next_at <= @now))) then 1 else 0 end as was_told,
                   case when exists (select 1 from letter l where l.account_id = a.id and l.stay = a.stay and l.about = @meeting and l.recorded_at > @lately
                                        and (l.ended_at is null or l.outcome = 'sent')) then 1 else 0 end as was_told_lately
              from account a join member m on m.id = a.id and m.stay = a.stay
             where a.left_at is null and m.accepted is not null
               and not exists (select 1 from letter l where l.account_id = a.id and l.stay = a.stay and l.about = @meeting and l.fact = @Fact and (@urgent = 0 or l.is_urgent = 1 or l.ended_at is not null))
             order by a.id limit @Most
            """,
            new { kind = NoticeCodes.CodeOf(news.Kind), meeting = meeting.Id, news.Fact, now = clock.GetUtcNow(), urgent = news.IsUrgent ? 1L : 0L, lately = news.Since ?? meeting.Plan.StartsAt - (2 * MeetingNews.ReminderAhead), Most },
            cancellationToken);
        return [.. rows.Where(r => IsFor(meeting, news, r)).Select(r => (r.Id, r.Stay))];
    }

    private static bool IsFor(Meeting meeting, News news, Row row)
    {
        var answer = meeting.Rsvps.FirstOrDefault(r => r.Member == row.Id);
        var wants = row.Declined == 0;
        return news.For switch
        {
            NewsFor.Told => (wants && row.WasTold == 1) || answer is { Answer: not RsvpAnswer.Regrets },
            NewsFor.Expected => wants && row.WasToldLately == 0 && (answer is null || meeting.IsToConfirm(answer) || answer.Answer != RsvpAnswer.Regrets),
            _ => wants,
        };
    }

    private sealed record Row
    {
        public required Guid Id { get; init; }

        public required Guid Stay { get; init; }

        public required long Declined { get; init; }

        public required long WasTold { get; init; }

        public required long WasToldLately { get; init; }
    }
}
