using System.Text.Json;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.MovingIn;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Mail;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.FirstDays;

/// <summary>One thing that a new chapter does.</summary>
/// <param name="Words">It, as an act.</param>
/// <param name="Why">What it brings.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Who">Who can do it there.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="IsOptional">True for one that a chapter may well leave: the card does not wait for it.</param>
/// <param name="Begun">Where it goes on, once somebody has begun it.</param>
internal sealed record FirstStep(Text Words, Text Why, Text Path, Access Who, Func<FirstDaysState, bool> IsDone, bool IsOptional = false, Func<FirstDaysState, Text?>? Begun = null)
{
    /// <summary>Where one goes for it now.</summary>
    public Text PathNow(FirstDaysState state) => Begun?.Invoke(state) ?? Path;
}

/// <summary>How far a chapter has come.</summary>
internal sealed record FirstDaysState(bool HasMail, bool HasLeaders, bool HasOthers, bool HasMeeting, bool HasOwnCharter, bool HasHub, bool HasDescription, bool HasTemplate, bool HasMovedIn)
{
    /// <summary>The next meeting that waits to be announced.</summary>
    public Guid? Draft { get; init; }

    /// <summary>True once all is done that has to be.</summary>
    public bool IsOver => FirstDaysFeature.Steps.All(s => s.IsOptional || s.IsDone(this));
}

/// <summary>Looks up how far a chapter has come.</summary>
internal sealed class FirstDaysQueries(Database database, MeetingQueries meetings, Mailer mailer, ThisNode node, InstalledTemplates templates, TimeProvider clock)
{
    public async Task<FirstDaysState> Now(Actor reader, CancellationToken cancellationToken)
    {
        var there = (await database.Find<Row>(
            """
            select (select count(distinct r.role) from account_role r join account a on a.id = r.account_id
                     where r.taken_at is null and a.left_at is null and r.role in (@executive, @facilitator)) as leading,
                   (select count(*) from (select m.id from member m join account a on a.id = m.id and a.stay = m.stay where m.accepted is not null and a.left_at is null limit 2) those) as members,
                   (select count(*) from (select id from meeting where state in ('announced', 'inProgress', 'closed') and id not in (select meeting_id from meeting_moved_in) limit 1) those) as meetings,
                   (select count(*) from charter where current > 1) as charters,
                   (select count(*) from hub_link) as hubs,
                   (select count(*) from (select id from grain_state where kind = @moveIn limit 1) those) as moves
            """,
            new { executive = ChapterRoles.Executive, facilitator = ChapterRoles.Facilitator, moveIn = MoveIn.Kind },
            cancellationToken))!;
        return new(mailer.HasServer, there.Leading == 2, there.Members > 1, there.Meetings > 0, there.Charters > 0, there.Hubs > 0, !node.Profile.Description.IsEmpty, (await templates.Find(cancellationToken)).Head is not null, there.Moves > 0)
        {
            Draft = await meetings.DraftsAhead(reader, clock.GetUtcNow(), 1, cancellationToken) is [var draft, ..] ? draft.Id : null,
        };
    }

    /// <summary>What a template has the chapter do in its first ninety days; without steps where none did.</summary>
    public async Task<FirstNinetyDays> NinetyDays(CancellationToken cancellationToken) =>
        await database.Find<string>("select json from first_ninety_days where id = @TheId", new { FirstNinetyDays.TheId }, cancellationToken) is { } json
            ? JsonSerializer.Deserialize<FirstNinetyDays>(json, GrainJson.Options)! : new();

    private sealed record Row
    {
        public required long Leading { get; init; }

        public required long Members { get; init; }

        public required long Meetings { get; init; }

        public required long Charters { get; init; }

        public required long Hubs { get; init; }

        public required long Moves { get; init; }
    }
}
