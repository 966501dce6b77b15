using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Chapter.Committees;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Templates;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

/// <summary>What a template brought, and what people did with it since.</summary>
public abstract class What_people_made_of_it(PostgresServer? server) : TemplatedChapter(server)
{
    private static readonly TemplateItem _agenda = new("agenda", "monthly") { Rows = [Row("welcome", "Accueil", 20), Row("circle", "Cercle", 60)] };

    private static readonly TemplateItem _series = new TemplateItem("series", "monthly")
        .With("title", "Rencontre du mois", "Monthly meeting").With("everyMonths", "1").With("on", "third").With("weekday", "tuesday").With("time", "18:30").With("minutes", "120")
        .With("mode", "hybrid").With("skipsHolidays", "true").With("leadDays", "45").With("agenda", "monthly");

    private static readonly TemplateItem _first = new TemplateItem("first-meeting", "words") { Rows = [Row("open", "Ouverture", 30)] }
        .With("title", "Les mots", "Words").With("series", "monthly").With("occurrence", "2");

    private static readonly TemplateItem _executive = new TemplateItem("committee", "executive")
    {
        Rows =
        [
            Seat("secretary", "Secrétariat", "Secretary", "", "24"), Seat("coordination", "Coordination", "Coordination", "", "24"), Seat("welcome", "Accueil", "Welcome", "service-user", "12"),
            Seat("treasury", "Trésorerie", "Treasury", "", ""),
        ],
    }.With("name", "Comité exécutif", "Executive committee").With("purpose", "Coordonne.", "Coordinates.");

    private static readonly TemplateItem _practice = new TemplateItem("practice", "record")
        .With("title", "Les mots du dossier", "Words of the record").With("text", "On relit ensemble.", "We read it together.").With("topics", "recovery-plans,shared-decision-making").With("licence", "CC-BY-4.0");

    private static readonly TemplateItem _charter = new TemplateItem("charter", "charter") { Rows = [Clause("door", "La porte", "The door", "Ouverte.", "Open."), Clause("equals", "Pareils", "Equals", "Tous.", "All.")] }
        .With("opening", "Ensemble.", "Together.");

    private MeetingQueries Meetings => Chapter.Get<MeetingQueries>();

    [Fact]
    public async Task the_charter_of_the_program_is_no_new_version_and_another_one_asks_again()
    {
        var same = BuiltInTemplate.Template.Of(TemplateKinds.Charter).Single();
        await Done(null, same, Work("fr", [same]));
        Assert.Empty((await Charter()).Versions);
        Assert.Equal(same, await Ours(same, Work("fr", [same])));
        // Nobody here has published it: it gives way to another template's.
        Assert.Null(await Ours(_charter, Work("fr", [_charter])));

        var work = Work("fr", [_charter]);
        await Done(null, _charter, work);
        var published = (await Charter()).Versions[^1];
        Assert.Equal((2, "De notre modèle\u00a0: Rétablissement", "From our template: Recovery"), (published.Number, published.Note.Fr, published.Note.En));
        Assert.Equal(_charter, await Ours(_charter, work));

        // To undo it is to publish once more.
        await Done(_charter, null, work);
        Assert.Equal(3, (await Charter()).Current);
        Assert.Equal(BuiltInCharter.Text, await Chapter.Get<CharterQueries>().TextOf(await Charter(), 3, Cancel));
    }

    [Fact]
    public async Task a_charter_that_the_executive_changed_keeps_its_clauses_known_and_is_not_replaced()
    {
        var work = Work("en", [_charter]);
        await Done(null, _charter, work);
        var own = new CharterContent("Ensemble.\n\n## Neuf\n\nDit ici.\n\n## La porte\n\nGrande ouverte.\n\n## Pareils\n\nTous.", "Together.\n\n## New\n\nSaid here.\n\n## The door\n\nWide open.\n\n## Equals\n\nAll.");
        Assert.True((await Grains.GetGrain<ICharterGrain>(RecoveryCoP.Chapter.Charters.Charter.TheId).Do(new PublishCharter(Steward, 2, own, new(null, null)))).Succeeded);

        var ours = (await Ours(_charter, work))!;
        Assert.Equal(["door", "equals"], ours.Rows.Where(r => !TemplateWork.IsOwn(r)).Select(r => r.Id));
        Assert.Equal("Wide open.", ours.Rows[1].In(Language.English, "text"));
        Assert.Equal("template.item-stale", await Refused(_charter, null, work));

        await Done(ours, ours with { Rows = [.. ours.Rows.Where(r => r.Id != "equals")] }, work);
        Assert.Equal(4, (await Charter()).Current);
        Assert.Equal("charter.clause-empty", await Refused(await Ours(_charter, work), _charter with { Rows = [Clause("door", "La porte", "The door", "Ouverte.", null)] }, work));
    }

    [Fact]
    public async Task a_series_begins_as_founding_says_and_its_first_meetings_with_it()
    {
        var work = Work("fr", [_agenda, _series, _first], ("firstDate", "2026-03-12"), ("time", "19:00"), ("place", "Salle 2"), ("videoLink", "https://exemple.org/salle"));
        var (series, first) = (_series.Only(work.Language), _first.Only(work.Language));
        await Done(null, series, work);
        await Done(null, series, work);
        await Done(null, first, work);
        await Done(null, first, work);
        await Chapter.Pass();

        var (usual, words) = ((await Drafts(work))[0], (await Drafts(work))[1]);
        Assert.Equal(("Rencontre du mois", new DateTime(2026, 3, 12, 19, 0, 0), "Salle 2", "https://exemple.org/salle"), (usual.Plan.Title, usual.Plan.Start, usual.Plan.Place, usual.Plan.VideoLink));
        Assert.Equal(["Accueil", "Cercle"], usual.Plan.Items.Select(i => i.Title));
        Assert.Equal(("Les mots", new DateTime(2026, 4, 9, 19, 0, 0), "Salle 2"), (words.Plan.Title, words.Plan.Start, words.Plan.Place));
        Assert.Equal(["Ouverture"], words.Plan.Items.Select(i => i.Title));
        Assert.Equal(["19:00", "second", "thursday"], new[] { "time", "on", "weekday" }.Select((await Ours(_series, work))!.Code));

        // Founding taken back, in the other order.
        await Done(first, null, work);
        await Done(series, null, work);
        await Chapter.Pass();
        Assert.Empty(await Drafts(work));
    }

    [Fact]
    public async Task a_series_counts_from_its_next_date_and_its_drafts_follow_it()
    {
        var work = Work("en", [_agenda, _series, _first]);
        var (series, first) = (_series.Only(work.Language), _first.Only(work.Language));
        await Done(null, series, work);
        await Done(null, first, work);
        await Chapter.Pass();
        Assert.Equal([new(2026, 3, 17), new DateOnly(2026, 4, 21)], (await Drafts(work)).Select(m => m.Plan.Day));
        Assert.Equal(first, await Ours(first, work));

        var later = series.With("time", "19:15").With("weekday", "wednesday");
        await Done(series, later, work);
        await Chapter.Pass();
        var drafts = await Drafts(work);
        Assert.Equal([new(2026, 3, 18, 19, 15, 0), new DateTime(2026, 4, 15, 19, 15, 0)], drafts.Select(m => m.Plan.Start));
        Assert.Equal(["Monthly meeting", "Words"], drafts.Select(m => m.Plan.Title));

        // What people wrote into its agenda is theirs: the hour changes, another agenda does not come.
        var setup = (await Chapter.Get<SeriesQueries>().Find(SeriesId(work), Cancel))!;
        Assert.True((await Grains.Series(SeriesId(work)).Do(new ReviseSeries(Steward, setup.Version, setup.Setup with { Plan = setup.Setup.Plan with { Items = [.. setup.Setup.Plan.Items.Select(i => i with { Presenter = "Ana" })] } }))).Succeeded);
        Assert.Equal(later, await Ours(series, work));
        Assert.Equal("template.item-stale", await Refused(later, later.With("agenda", null), work));
        await Done(later, series, work);
        Assert.All((await Chapter.Get<SeriesQueries>().Find(SeriesId(work), Cancel))!.Setup.Plan.Items, i => Assert.Equal("Ana", i.Presenter));

        Assert.Equal("template.item-stale", await Refused(later, null, work));
    }

    [Fact]
    public async Task a_first_meeting_moves_to_another_date_and_is_left_alone_once_somebody_touched_it()
    {
        var work = Work("fr", [_agenda, _series, _first]);
        var (series, first) = (_series.Only(work.Language), _first.Only(work.Language));
        await Done(null, series, work);
        await Done(null, first, work);
        var moved = first.With("occurrence", "3");
        await Done(first, moved, work with { All = [moved, .. work.All] });
        await Done(first, moved, work);
        await Chapter.Pass();
        Assert.Equal([("Rencontre du mois", 3), ("Les mots", 5)], (await Drafts(work)).Where(m => m.Plan.Day.Month != 4).Select(m => (m.Plan.Title, m.Plan.Day.Month)));
        Assert.Equal(moved, await Ours(first, work));

        // A template's other meeting finds no room there.
        var other = new TemplateItem("first-meeting", "arriving") { Rows = moved.Rows }.With("title", "Arriver", null).With("series", "monthly").With("occurrence", "3");
        Assert.Equal("template.item-stale", await Refused(null, other, work));

        var draft = (await Drafts(work)).Single(m => m.Plan.Title == "Les mots");
        await Chapter.Do(draft.Id, new RevisePlan(Chapter.Facilitator, draft.Version, draft.Plan with { Place = "Ailleurs", Phone = "514 555-0123" }));
        Assert.Equal(moved, await Ours(first, work));
        Assert.Equal("template.item-in-use", await Refused(moved, moved.With("title", "Autre", null), work));
        // Nor does it move: half of a move would leave two.
        Assert.Equal("template.item-in-use", await Refused(moved, moved.With("occurrence", "4"), work));
        Assert.Single(await Drafts(work), m => m.Plan.Title == "Les mots");
        await Chapter.Do(draft.Id, new AnnounceMeeting(Chapter.Facilitator, draft.Version + 1));
        Assert.Null(await Ours(first, work));
        Assert.Equal("template.item-in-use", await Refused(moved, null, work));
        Assert.Equal("Les mots", (await Meetings.OfSeries(SeriesId(work), default, 9, Cancel)).Single(m => m.Id == draft.Id).Plan.Title);
    }

    [Fact]
    public async Task the_executive_committee_is_taken_over_seat_by_seat_and_given_back()
    {
        var work = Work("fr");
        Assert.Null(await Ours(_executive, work));
        await ComesAndChanges(_executive, _executive with { Rows = [_executive.Rows[1], Seat("secretary", "Plume", "Pen", "", "6")] }, work);

        var committee = await Executive();
        Assert.Equal([Committee.BuiltIn.Seats[1].Id, Committee.BuiltIn.Seats[0].Id], committee.OpenSeats.Take(2).Select(s => s.Id));
        Assert.Equal(new DateOnly(2028, 3, 2), committee.OpenSeats.First().Content.UsualEnd(new(2026, 3, 2)));

        await Done(_executive, null, work);
        Assert.Equal(CommitteeDesign.Of(Committee.BuiltIn).Seats, CommitteeDesign.Of(await Executive()).Seats);
        Assert.Null(await Ours(_executive, work));
        await Done(null, _executive, work);
        Assert.Equal(_executive, await Ours(_executive, work));
    }

    [Fact]
    public async Task a_seat_that_somebody_holds_is_never_removed_and_what_they_agreed_to_stays()
    {
        var work = Work("en");
        await Done(null, _executive, work);
        var seat = (await Executive()).OpenSeats.Single(s => s.Template == "welcome").Id;
        var (holder, _) = await Chapter.AddMember();
        await Do(new OfferSeat(Steward, seat, holder.Id, new(2026, 3, 2), new(2027, 3, 2)));
        Assert.Equal("committee.offer-waits", await Refused(_executive, Without("welcome"), work));
        await Do(new AcceptSeat(holder, seat, new(2026, 3, 2), new(2027, 3, 2), "service-user"));

        Assert.Equal("committee.seat-held", await Refused(_executive, Without("welcome"), work));
        Assert.Equal("committee.kept-for-agreed", await Refused(_executive, _executive with { Rows = [.. _executive.Rows.Select(r => r.Id == "welcome" ? r.With("keptFor", "researcher") : r)] }, work));
        await Done(_executive, _executive with { Rows = [.. _executive.Rows.Select(r => r.Id == "welcome" ? r.With("title", "Porte", "Door") : r)] }, work);
        Assert.Equal(holder.Id, (await Executive()).SeatOf(seat)!.Held!.Member);

        // A seat that people added is one of ours, and another title is theirs.
        var added = Guid.CreateVersion7(Chapter.Clock.GetUtcNow());
        await Do(new AddSeat(Steward, added, new() { Title = new("Web", null) }));
        var ours = (await Ours(_executive, work))!;
        Assert.Equal(("Web", true), (ours.Rows[^1].In(Language.French, "title"), TemplateWork.IsOwn(ours.Rows[^1])));
        Assert.Equal("template.item-stale", await Refused(_executive, Without("treasury"), work));
        await Done(ours, ours with { Rows = [.. ours.Rows.Where(r => r.Id != "treasury")] }, work);
        await Done(ours with { Rows = [.. ours.Rows.Where(r => r.Id != "treasury")] }, ours, work);
        Assert.Equal(ours, await Ours(_executive, work));
        Assert.Equal((added, null), (await Executive()).OpenSeats.Where(s => s.Content.Title.Fr == "Web").Select(s => (s.Id, s.Template)).Single());

        TemplateItem Without(string row) => _executive with { Rows = [.. _executive.Rows.Where(r => r.Id != row)] };
    }

    [Fact]
    public async Task a_practice_is_seen_by_members_says_where_it_is_from_and_is_not_in_the_network()
    {
        var work = Work("fr");
        var practice = _practice.Only(work.Language);
        await Done(null, practice, work);
        var (member, _) = await Chapter.AddMember();
        var queries = Chapter.Get<PracticeQueries>();
        var found = (await queries.Find(work.RecordOf("practice", "record"), member, Cancel))!;
        Assert.Equal(("fr", "De notre modèle\u00a0: Rétablissement", PracticeState.SharedInChapter, Steward.Id), (found.Current.Facts.Language, found.Current.Note, found.State, found.Author));
        Assert.Equal(["chapter"], found.Current.Facts.Of("Credit"));
        Assert.Equal(["recovery-plans", "shared-decision-making"], found.Current.Facts.Of("Topics"));

        // What members chose besides stays when its text changes.
        var facts = found.Current.Facts with { Choices = new Dictionary<string, IReadOnlyList<string>>(found.Current.Facts.Choices) { ["Groups"] = ["service-user"] } };
        var content = (await queries.TextOf(found, 1, member, Cancel))!;
        var grain = Grains.GetGrain<IPracticeGrain>(found.Id);
        Assert.True((await grain.Do(new RevisePractice(Steward, 1, Google.Protobuf.MessageExtensions.ToByteArray(content), facts, ""))).Succeeded);
        var changed = practice.With("text", "On relit à voix haute.", null);
        await Done(practice, changed, work);
        Assert.Equal(["service-user"], (await queries.Find(found.Id, member, Cancel))!.Current.Facts.Of("Groups"));
        Assert.Equal("template.item-stale", await Refused(practice, null, work));

        Assert.True((await grain.Do(new ShareInNetwork(Steward, 3, true))).Succeeded);
        Assert.Equal("practice.in-network", await Refused(changed, null, work));
        Assert.True((await grain.Do(new WithdrawPractice(Steward, WithdrawalReason.Author))).Succeeded);
        Assert.Null(await Ours(practice, work));
        await Done(changed, null, work);
    }

    private async Task<IReadOnlyList<Meeting>> Drafts(TemplateWork work) => [.. (await Meetings.OfSeries(SeriesId(work), default, 9, Cancel)).Where(m => m.State == MeetingState.Draft)];

    private static Guid SeriesId(TemplateWork work) => work.RecordOf("series", "monthly");

    private Task<RecoveryCoP.Chapter.Charters.Charter> Charter() => Chapter.Get<CharterQueries>().Find(Cancel);

    private async Task<Committee> Executive() => (await Chapter.Get<CommitteeQueries>().Find(Committee.TheExecutive, Cancel))!;

    private async Task Do<T>(T operation) where T : IOperation<Committee> => Assert.Empty((await Grains.Committee(Committee.TheExecutive).Do(operation)).Refusals);

    private static TemplateItem Row(string id, string title, int minutes) =>
        new TemplateItem("item", id).With("title", title, title).With("stream", "practice").With("kind", "discussion").With("minutes", $"{minutes}");

    private static TemplateItem Seat(string id, string fr, string en, string keptFor, string months) => new TemplateItem("seat", id).With("title", fr, en).With("keptFor", keptFor).With("termMonths", months);

    private static TemplateItem Clause(string id, string fr, string en, string textFr, string? textEn) => new TemplateItem("clause", id).With("title", fr, en).With("text", textFr, textEn);
}

public sealed class What_people_made_of_it_on_SQLite() : What_people_made_of_it(null);

public sealed class What_people_made_of_it_on_PostgreSQL(PostgresServer server) : What_people_made_of_it(server);
