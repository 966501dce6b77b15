using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Outbox;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Notices;

/// <summary>A week that ends on a Monday morning at eight, on the clocks of Montréal: from one summary to the next, whether that one was sent or not.</summary>
/// <param name="Monday">The day of the summary.</param>
internal readonly record struct SummaryWeek(DateOnly Monday)
{
    private static readonly TimeOnly hour = new(8, 0);

    /// <summary>What is told in the summary became new from then on.</summary>
    public DateTimeOffset From => Dates.InstantOf(Monday.AddDays(-7).ToDateTime(hour), Dates.Zone);

    /// <summary>When the summary goes.</summary>
    public DateTimeOffset To => Dates.InstantOf(Monday.ToDateTime(hour), Dates.Zone);

    /// <summary>After that it would be old.</summary>
    public DateTimeOffset Until => To.AddDays(3);

    /// <summary>What is told, so that it is told once.</summary>
    public string Fact => $"week-{Monday:yyyy-MM-dd}";

    /// <summary>The last one whose summary has come due.</summary>
    public static SummaryWeek At(DateTimeOffset now)
    {
        var local = Dates.Local(now).DateTime;
        var monday = DateOnly.FromDateTime(local).AddDays(-(((int)local.DayOfWeek + 6) % 7));
        return new(local < monday.ToDateTime(hour) ? monday.AddDays(-7) : monday);
    }
}

/// <summary>Records the summary of a week for those who want one, when there is anything in it.</summary>
internal sealed class WeeklySummary(Database database, IEnumerable<INewsSource> sources, LetterOutbox outbox, TimeProvider clock)
{
    private const int Most = 100_000;

    /// <summary>What is new, in the order in which it is told.</summary>
    public async Task<IReadOnlyList<NewsItem>> Of(SummaryWeek week, Language reader, CancellationToken cancellationToken)
    {
        List<NewsItem> items = [];
        foreach (var source in sources.OrderBy(s => s.Order))
        {
            items.AddRange(await source.Between(week.From, week.To, reader, cancellationToken));
        }

        return items;
    }

    /// <summary>Finds out, outside any transaction, for whom the last week's is missing.</summary>
    public async Task<Func<Transaction, Task>?> Missing(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var week = SummaryWeek.At(now);
        if (now >= week.Until)
        {
            return null;
        }

        var readers = await database.Query<Reader>(
            """
            select a.id, a.stay, a.language
              from member_wanted w join account a on a.id = w.member_id join member m on m.id = a.id and m.stay = a.stay
             where w.kind = @kind and a.left_at is null and m.accepted is not null
               and not exists (select 1 from letter l where l.account_id = a.id and l.stay = a.stay and l.about = @about and l.fact = @Fact)
             order by a.id limit @Most
            """,
            new { kind = NoticeCodes.CodeOf(NewsKind.Digest), about = SummaryLetters.About, week.Fact, Most },
            cancellationToken);
        // What is new may be so in one language only.
        List<(Guid, Guid)> missing = [];
        foreach (var some in readers.GroupBy(r => Language.Of(r.Language)))
        {
            missing.AddRange((await Of(week, some.Key, cancellationToken)).Count > 0 ? some.Select(r => (r.Id, r.Stay)) : []);
        }

        return missing.Count == 0 ? null
            : t => outbox.Record(t, missing, new(NoticeCodes.CodeOf(NewsKind.Digest), SummaryLetters.About, week.Fact, QuietHours.After(now, Dates.Zone), week.Until));
    }

    private sealed record Reader
    {
        public required Guid Id { get; init; }

        public required Guid Stay { get; init; }

        public required string Language { get; init; }
    }
}

/// <summary>Writes it: titles under what they are, each with its page.</summary>
internal sealed class SummaryLetters(WeeklySummary summary, MemberQueries members, LetterLinks links, TimeProvider clock) : ILetterKind
{
    /// <summary>It speaks of no single record.</summary>
    public static readonly Guid About = Guid.Empty;

    public string Code => NoticeCodes.CodeOf(NewsKind.Digest);

    public Text Name => NoticeCodes.Kinds.LabelOf(NewsKind.Digest);

    public DateTimeOffset NotBefore(DateTimeOffset now) => QuietHours.After(now, Dates.Zone);

    public async Task<Letter?> Write(RecordedLetter letter, Account reader, CancellationToken cancellationToken)
    {
        var (language, now) = (Language.Of(reader.Language), clock.GetUtcNow());
        var (week, member) = (SummaryWeek.At(now), await members.Find(reader.Id, cancellationToken));
        if (letter.Fact != week.Fact || !NewsKind.Digest.IsWantedBy(member) || await summary.Of(week, language, cancellationToken) is not { Count: > 0 } items)
        {
            return null;
        }

        var lines = new LetterLines(language).Add(NoticeText.Hello).Gap().Add(NoticeText.SummaryOpening).Gap();
        foreach (var together in items.GroupBy(i => i.What))
        {
            lines.Add(together.Key).Gap();
            foreach (var item in together)
            {
                lines.Add(item.Title).Add(links.At(item.Path, language).ToString());
            }

            lines.Gap();
        }

        return links.Ended(lines, NewsKind.Digest, letter, reader, member, NoticeText.SummarySubject, now);
    }
}
