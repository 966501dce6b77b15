using RecoveryCoP.Federation.V1;
using Google.Protobuf;
using System.Globalization;
using System.Text.Json;
using RecoveryCoP.Benchmarks.Nodes;
using RecoveryCoP.Benchmarks.Practices;
using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Accounts.SignIn;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Benchmarks.Chapter;

/// <summary>
/// Fills a chapter with more people and meetings than any will have. Members and meetings are made by the product's own records and rules, and
/// stored in bulk with the schema's SQL as their grains would have stored them: 10,500 commands, one commit each, would measure the disk.
/// Practices are few and written by commands.
/// </summary>
internal static class LargeChapter
{
    public const int Members = 10_000;
    public const int Meetings = 500;
    private const int MeetingsAhead = 10;
    private const int Practices = 50;
    private const int Answers = 40;
    private const int RowsATransaction = 1_000;

    private static readonly string[] _names = ["Étienne", "Zoé", "Élise", "Noah", "Océane", "Maël", "Chloé", "Théo", "Inès", "Loïc"];
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private static readonly Actor _leader = SamplePractices.Leader;

    /// <summary>A year of weekly meetings, all of them over.</summary>
    public static int BusiestYear { get; } = _now.Year - 2;

    /// <summary>Fills it.</summary>
    /// <param name="chapter">It.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="meetings">How many meetings.</param>
    /// <returns>A link that signs its first person in.</returns>
    public static async Task<string> Fill(RunningNode chapter, CancellationToken cancel, int meetings = Meetings)
    {
        var founder = (await chapter.Database.Query<Guid>("select id from account order by id limit 1", null, cancel)).Single();
        var stay = (await chapter.Service<AccountStore>().Find(founder, cancel))!.Stay;
        await Done(chapter.Grains.GetGrain<IMemberGrain>(founder).Do(new AcceptCharter(new Actor(founder, []), BuiltInCharter.Version.Number, stay)));
        Guid[] people = [founder, .. Enumerable.Range(1, Members).Select(_ => Guid.CreateVersion7(_now))];
        foreach (var chunk in people[1..].Index().Chunk(RowsATransaction))
        {
            await chapter.Database.Write(t => Insert(t, chapter.Database.Engine, chunk), cancel);
        }

        foreach (var chunk in Enumerable.Range(0, meetings).Select(number => Meet(number, people)).Chunk(RowsATransaction / 10))
        {
            await chapter.Database.Write(
                async t =>
                {
                    foreach (var meeting in chunk)
                    {
                        await Insert(t, chapter.Database.Engine, Meeting.Kind, meeting);
                    }
                },
                cancel);
        }

        for (var number = 0; number < Practices; number++)
        {
            var grain = chapter.Grains.GetGrain<IPracticeGrain>(Guid.CreateVersion7(_now));
            await Done(grain.Do(new WritePractice(_leader, SamplePractices.Text(number, 1).ToByteArray(), SamplePractices.Facts)));
            await Done(grain.Do(new ShareInChapter(_leader, 1)));
        }

        await chapter.Followers.CatchUp(cancel);
        if (chapter.Database.Engine == Engine.PostgreSql)
        {
            // As the server does by itself within a minute: what came at once is otherwise looked for as if there were nothing.
            await chapter.Database.Write(t => t.Execute("analyze account, grain_state"), cancel);
        }

        return (await chapter.Service<SignInLinks>().Create(founder, cancel))!.ToString();
    }

    private static async Task Insert(Transaction transaction, Engine engine, IEnumerable<(int Number, Guid Id)> people)
    {
        foreach (var (number, id) in people)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{_names[number % _names.Length]} {number}");
            await transaction.Execute(
                """
                insert into account (id, address, name, name_sort, name_find, language, stay, joined_at, address_at)
                values (@id, @address, @name, @sort, @find, 'fr', @id, @_now, @_now)
                """,
                new { id, address = string.Create(CultureInfo.InvariantCulture, $"m{number}@example.org"), name, sort = NameOrder.SortKey(name), find = NameOrder.Folded(name), _now });
            // Every third one chose to be seen. One stay each: its id can be theirs.
            await Insert(transaction, engine, Member.Kind, new Member { Id = id, Stay = id, Acceptances = [new(BuiltInCharter.Version.Number, _now)], Shown = new(Name: number % 3 == 0, TalkAbout: true), Profile = new() { TalkAbout = "la pair-aidance" } });
        }
    }

    private static Task<int> Insert<T>(Transaction transaction, Engine engine, string kind, T state) where T : GrainRecord
    {
        var key = state.Id.ToByteArray();
        return transaction.Execute(
            $"""
            insert into grain_state (kind, n0, n1, state, version, modified)
            values (@kind, @n0, @n1, {(engine == Engine.Sqlite ? "@json" : "cast(@json as jsonb)")}, 1, @_now)
            """,
            new { kind, n0 = BitConverter.ToInt64(key, 0), n1 = BitConverter.ToInt64(key, 8), json = JsonSerializer.Serialize(state, GrainJson.Options), _now });
    }

    /// <summary>A meeting a week; the last ten are still to come.</summary>
    private static Meeting Meet(int number, Guid[] people)
    {
        var weeks = MeetingsAhead - number;
        var start = new DateTimeOffset(_now.Year, _now.Month, _now.Day, 22, 30, 0, TimeSpan.Zero).AddDays((7 * weeks) + 1);
        var plan = new MeetingPlan
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Rencontre {number}"),
            Start = Dates.Local(start).DateTime,
            Minutes = 120,
            Mode = MeetingMode.Hybrid,
            Place = "Salle 2",
            VideoLink = "https://video.example.org/rencontre",
            OpenToGuests = true,
            PreReadings = [new("Un article", "https://example.org/article")],
            Items = [.. Enumerable.Range(0, 6).Select(item => new AgendaItem { Id = Guid.CreateVersion7(_now), Title = $"Un sujet dont on parle longuement, {item}", Stream = (TopicStream)(item % 3), Kind = (ItemKind)item, Minutes = 20 })],
        };
        var before = start.AddDays(-30);
        var meeting = Of(new Meeting(), new PlanMeeting(_leader, plan), before);
        meeting = Of(meeting, new AnnounceMeeting(_leader, 1), before);
        var coming = Enumerable.Range(0, Answers).Select(n => people[((number * Answers) + n) % people.Length]).ToArray();
        meeting = coming.Aggregate(meeting, (m, member) => Of(m, new AnswerInvitation(new(member, []), (RsvpAnswer)(member.GetHashCode() & 1)), before));
        return weeks > 0 ? meeting : Held(meeting, number, people, coming, start);
    }

    private static Meeting Held(Meeting meeting, int number, Guid[] people, Guid[] coming, DateTimeOffset at)
    {
        meeting = Of(meeting, new BeginMeeting(_leader), at);
        meeting = Of(meeting, new TakeAttendance(_leader, [.. coming.Take(30).Select((member, n) => new Presence(member, (AttendanceMode)(n % 2)))]), at);
        meeting = Of(meeting, new CountGuests(_leader, AttendanceMode.InPerson, 2), at);
        meeting = Of(meeting, new CountGuests(_leader, AttendanceMode.Remote, 1), at);
        foreach (var (n, item) in meeting.Plan.Items.Index())
        {
            meeting = Of(meeting, new RecordOutcome(_leader, Guid.CreateVersion7(at), item.Id, OutcomeKind.Decision, "On continue ainsi jusqu’à la prochaine rencontre.", null, null), at);
            // One promise a meeting, and in the last thirty it is not kept yet; some are the reader's.
            if (n == 0)
            {
                var promise = Guid.CreateVersion7(at);
                meeting = Of(meeting, new RecordOutcome(_leader, promise, item.Id, OutcomeKind.Action, "Appeler l’école du quartier.", number % 3 == 0 ? people[0] : coming[0], null), at);
                meeting = number >= Meetings - MeetingsAhead - 30 ? meeting : Of(meeting, new SettleAction(_leader, promise, Done: true), at);
            }
        }

        return Of(meeting, new CloseMeeting(_leader), at);
    }

    private static Meeting Of<TOperation>(Meeting meeting, TOperation operation, DateTimeOffset at) where TOperation : IOperation<Meeting>
    {
        var result = meeting.Try(operation, Guid.CreateVersion7(at), at);
        return result.Value ?? throw new InvalidOperationException(string.Join(", ", result.Refusals));
    }

    private static async Task Done(Task<Result> command)
    {
        if (await command is { Succeeded: false } refused)
        {
            throw new InvalidOperationException(string.Join(", ", refused.Refusals));
        }
    }
}
