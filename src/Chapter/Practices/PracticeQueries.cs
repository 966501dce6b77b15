using System.Text.Json;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Practices;

/// <summary>A practice in a list.</summary>
public sealed record PracticeRow
{
    /// <summary>The practice's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its author's id.</summary>
    public required Guid Author { get; init; }

    /// <summary>Title of the last revision.</summary>
    public required string Title { get; init; }

    /// <summary>Summary of the last revision.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it stands.</summary>
    public required PracticeState State { get; init; }

    /// <summary>Number of the last revision.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was last revised.</summary>
    public required DateTimeOffset RevisedAt { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>The shared practice that is the same in the other language; null when there is none. Only <see cref="PracticeQueries.List"/> says so.</summary>
    public Guid? InOtherLanguage { get; init; }
}

/// <summary>A practice that somebody says they wrote.</summary>
public sealed record ClaimRow
{
    /// <summary>The practice's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Title of the last revision.</summary>
    public required string Title { get; init; }

    /// <summary>The language it is written in.</summary>
    public required string Language { get; init; }

    /// <summary>When they said so.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }
}

/// <summary>Lists of practices, and single ones with their texts. What the reader may not see is not found.</summary>
public sealed class PracticeQueries(Database database, TextStore texts)
{
    // What is withdrawn is in no list; a draft is in its author's and in the executive committee's.
    private const string Listed =
        """
        from practice p
         where state <> 'withdrawn'
           and (state <> 'draft' or author = @reader or @readsDrafts = 1)
           and (@state is null or state = @state)
        """;

    /// <summary>Practices that the reader may see, last revised first.</summary>
    /// <param name="reader">Who looks.</param>
    /// <param name="state">Only those that stand here; null for all.</param>
    /// <param name="page">1 upwards.</param>
    /// <param name="size">Rows a page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<PracticeRow>> List(Actor reader, PracticeState? state, int page, int size, CancellationToken cancellationToken) =>
        database.Query<PracticeRow>(
            $"""
            select id, author, title, summary, state, revision, revised_at, language,
                   coalesce(
                     (select o.id from practice o where o.id = p.translation_of and o.language <> p.language and o.state in ('sharedInChapter', 'sharedInNetwork')),
                     (select t.id from practice t where t.translation_of = p.id and t.language <> p.language and t.state in ('sharedInChapter', 'sharedInNetwork') order by t.revised_at desc, t.id desc limit 1)) as in_other_language
            {Listed}
             order by revised_at desc, id desc
             limit @size offset @skipped
            """,
            Arguments(reader, state, size, ((long)page - 1) * size),
            cancellationToken);

    /// <summary>How many there are in that list.</summary>
    public Task<long> Count(Actor reader, PracticeState? state, CancellationToken cancellationToken) =>
        database.Find<long>($"select count(*) {Listed}", Arguments(reader, state, 0, 0), cancellationToken);

    /// <summary>
    /// What every member may read, last revised first, for a reader of one language: what was written in both is there once, in theirs.
    /// Half of the chapter's list would otherwise be the other half over again.
    /// </summary>
    public Task<IReadOnlyList<PracticeRow>> News(Language reader, int most, CancellationToken cancellationToken) => database.Query<PracticeRow>(
        """
        select id, author, title, summary, state, revision, revised_at, language
          from practice p
         where state in ('sharedInChapter', 'sharedInNetwork')
           and (language = @language or not exists (
                select 1 from practice o where o.id = p.translation_of and o.language = @language and o.state in ('sharedInChapter', 'sharedInNetwork')))
           and (language = @language or not exists (
                select 1 from practice t where t.translation_of = p.id and t.language = @language and t.state in ('sharedInChapter', 'sharedInNetwork')))
         order by revised_at desc, id desc
         limit @most
        """,
        new { language = reader.Code, most },
        cancellationToken);

    /// <summary>The same practice in the other language, as translation or as original; null when there is none that the reader may see.</summary>
    public async Task<PracticeRow?> InOtherLanguage(Practice practice, Actor reader, CancellationToken cancellationToken)
    {
        var rows = await database.Query<PracticeRow>(
            """
            select id, author, title, summary, state, revision, revised_at, language
              from practice
             where (id = @original or translation_of = @practice)
               and language <> @language
               and state <> 'withdrawn'
               and (state <> 'draft' or author = @reader or @readsDrafts = 1)
             order by revised_at desc, id desc
             limit 1
            """,
            new
            {
                original = practice.Current.Facts.TranslationOf,
                practice = practice.Id,
                language = practice.Current.Facts.Language,
                reader = reader.Id,
                readsDrafts = reader.Is(ChapterRoles.Executive) ? 1L : 0L,
            },
            cancellationToken);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>A practice as it was last saved; null when there is none that the reader may know of.</summary>
    /// <remarks>A withdrawn practice is found by everybody who had seen it, so that its page can say that it was withdrawn; its text is not for them.</remarks>
    public async Task<Practice?> Find(Guid id, Actor reader, CancellationToken cancellationToken)
    {
        var json = await database.Find<string>("select json from practice where id = @id", new { id }, cancellationToken);
        var practice = json is null ? null : JsonSerializer.Deserialize<Practice>(json, GrainJson.Options);
        return practice?.MayRead(reader) == true || practice is { State: PracticeState.Withdrawn, SharedInChapterAt: not null } ? practice : null;
    }

    /// <summary>The text of a revision; null when the reader may not see it or it was erased.</summary>
    public async Task<PracticeContent?> TextOf(Practice practice, int revision, Actor reader, CancellationToken cancellationToken)
    {
        if (!practice.MayRead(reader) || practice.At(revision) is not { } found)
        {
            return null;
        }

        var bytes = await texts.Get(found.TextHash, cancellationToken);
        return bytes is null ? null : PracticeContent.Parser.ParseFrom(bytes);
    }

    /// <summary>Shared practices that something may refer to; by title. What is chosen already is always among them, however many there are: or saving would lose it.</summary>
    public async Task<IReadOnlyList<Option>> ToChoose(Actor reader, IEnumerable<string?> chosen, CancellationToken cancellationToken)
    {
        var rows = await database.Query<PracticeRow>(
            $"""
            select id, author, title, summary, state, revision, revised_at, language
            {Listed} and state <> 'draft'
             order by title, id
             limit 200
            """,
            Arguments(reader, null, 0, 0),
            cancellationToken);
        var options = rows.Select(r => new Option(r.Id.ToString(), r.Title.AsText())).ToList();
        foreach (var one in chosen)
        {
            if (Guid.TryParse(one, out var id) && !options.Has(id.ToString()))
            {
                var title = await Find(id, reader, cancellationToken) is { } found && found.MayRead(reader) ? found.Title.AsText() : PracticeText.SameAsNow;
                options.Insert(0, new Option(id.ToString(), title));
            }
        }

        return options;
    }

    /// <summary>What the form of a practice offers beside the lists that are the same for everybody.</summary>
    /// <param name="reader">Who fills it in.</param>
    /// <param name="practice">The practice that is written or revised.</param>
    /// <param name="original">What it is a translation of, as the form says now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Option>>> Choices(Actor reader, Guid practice, string? original, CancellationToken cancellationToken) =>
        new Dictionary<string, IReadOnlyList<Option>>
        {
            [nameof(PracticeForm.TranslationOf)] = [.. (await ToChoose(reader, [original], cancellationToken)).Where(option => option.Value != practice.ToString())],
        };

    /// <summary>Titles of practices that something refers to, as far as the reader may see them, by their ids.</summary>
    public async Task<Dictionary<Guid, string>> TitlesOf(IEnumerable<Guid?> practices, Actor reader, CancellationToken cancellationToken)
    {
        var titles = new Dictionary<Guid, string>();
        foreach (var id in practices.OfType<Guid>().Distinct())
        {
            if (await Find(id, reader, cancellationToken) is { State: not PracticeState.Withdrawn } practice)
            {
                titles.Add(id, practice.Title);
            }
        }

        return titles;
    }

    /// <summary>Practices of which somebody says that they wrote them and the executive committee has not answered; who waits longest comes first.</summary>
    public Task<IReadOnlyList<ClaimRow>> OpenClaims(int most, CancellationToken cancellationToken) => database.Query<ClaimRow>(
        "select id, title, language, claimed_at from practice_claim where turned_down_at is null order by claimed_at, id limit @most", new { most }, cancellationToken);

    /// <summary>True when any revision of a practice was said to the network.</summary>
    public async Task<bool> WasSaid(Guid practice, CancellationToken cancellationToken) =>
        await database.Find<long>("select count(*) from practice_feed where practice_id = @practice", new { practice }, cancellationToken) > 0;

    /// <summary>The item that tells the network that a practice was withdrawn; null while there is none.</summary>
    public Task<byte[]?> WithdrawalOf(Guid practice, CancellationToken cancellationToken) =>
        database.Find<byte[]>("select item_id from practice_feed_withdrawal where practice_id = @practice", new { practice }, cancellationToken);

    /// <summary>The item that carries a revision to the network; null while there is none.</summary>
    public Task<byte[]?> ItemOf(Guid practice, int revision, CancellationToken cancellationToken) =>
        database.Find<byte[]>("select item_id from practice_feed where practice_id = @practice and revision = @revision", new { practice, revision }, cancellationToken);

    private static object Arguments(Actor reader, PracticeState? state, int size, long skipped) => new
    {
        reader = reader.Id,
        readsDrafts = reader.Is(ChapterRoles.Executive) ? 1L : 0L,
        state = state is { } one ? JsonNamingPolicy.CamelCase.ConvertName(one.ToString()) : null,
        size,
        skipped,
    };
}
