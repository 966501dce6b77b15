using RecoveryCoP.Chapter.Tests.Backups;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Node.Incidents;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.RetentionRules;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Incidents;

/// <summary>What was written down of an incident stays beside what is written later, and all of it goes five years after it became known.</summary>
public abstract class The_register_of_incidents(PostgresServer? server) : IAsyncLifetime
{
    private static readonly IncidentForm _incident = new()
    {
        Information = "Adresses courriel", Circumstances = "Un courriel canari-un avec tout le monde en copie.", Happened = "Le 1er mars", KnownOn = "2026-03-02", People = "Environ 30",
        Serious = "no", Reasons = "Ces personnes se connaissent.", Measures = "Excuses, et une liste de diffusion.",
    };

    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IncidentRegister Register => _chapter.Get<IncidentRegister>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task keeps_every_wording_with_its_time_and_role_and_nobody()
    {
        var (steward, officer) = (await Member(ChapterRoles.Steward), await Member(ChapterRoles.PrivacyOfficer));
        var id = await Written(steward);

        Assert.True((await Register.Amend(officer, id, 1, _incident with { People = "31", Circumstances = " Deux\r\nlignes " }, Cancel)).Succeeded);
        Assert.True((await Register.Amend(officer, id, 2, _incident with { People = "31", Circumstances = "Deux\nlignes" }, Cancel)).Succeeded); // says the same

        var wordings = await Register.Wordings(id, Cancel);
        Assert.Equal([(2L, ChapterRoles.PrivacyOfficer, "31", "Deux\nlignes"), (1L, ChapterRoles.Steward, "Environ 30", _incident.Circumstances)],
            wordings.Select(w => (w.Number, w.WrittenAs, w.People, w.Circumstances)));
        Assert.All(wordings, w => Assert.Equal(_chapter.Clock.GetUtcNow(), w.WrittenAt));
        Assert.Equal([2L], (await Register.List(1, Cancel)).Where(w => w.Incident == id).Select(w => w.Number));
        Assert.Equal(
            [("incident-written", steward.Id), ("incident-amended", officer.Id)],
            (await _chapter.Get<Database>().Query<Logged>("select kind, done_by from security_event where kind like 'incident-%' order by number limit 10", null, Cancel)).Select(e => (e.Kind, e.DoneBy)));
    }

    [Fact]
    public async Task lets_one_of_two_amend_a_wording()
    {
        var steward = await Member(ChapterRoles.Steward);
        var id = await Written(steward);

        var both = await Task.WhenAll(
            Register.Amend(steward, id, 1, _incident with { People = "31" }, Cancel), Register.Amend(steward, id, 1, _incident with { People = "32" }, Cancel));

        Assert.Single(both, result => result.Succeeded);
        Assert.Single(both, result => result.IsStale);
        Assert.Equal(2, (await Register.Wordings(id, Cancel)).Count);
        Assert.Equal("incident.gone", Assert.Single((await Register.Amend(steward, Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), 1, _incident, Cancel)).Refusals).Code);
    }

    [Fact]
    public async Task erases_an_incident_with_all_its_wordings_once_five_years_are_over()
    {
        var steward = await Member(ChapterRoles.Steward);
        var id = await Written(steward);
        // It became known a day later than was thought.
        _chapter.Clock.AdjustTime(_chapter.Clock.GetUtcNow().AddDays(1));
        Assert.True((await Register.Amend(steward, id, 1, _incident with { KnownOn = "2026-03-03" }, Cancel)).Succeeded);

        await At(new(2031, 3, 3, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal(2, (await Register.Wordings(id, Cancel)).Count);
        await At(new(2031, 3, 4, 17, 0, 0, TimeSpan.Zero));

        Assert.Empty(await Register.Wordings(id, Cancel));
        Assert.Equal(0, await Register.Count(Cancel));
        Assert.Equal(1, (await _chapter.Get<RetentionReport>().Read(Cancel))["incidents"].ErasedInAll);
        await _chapter.Restart();
        Assert.Empty(await WhatIsThere.Of(_chapter.Folder, _chapter.Get<Database>(), ["canari-un"]));
    }

    private async Task At(DateTimeOffset time)
    {
        _chapter.Clock.AdjustTime(time);
        await _chapter.Get<RetentionDay>().Look(Cancel);
        await _chapter.Get<FollowerLoop>().CatchUp(Cancel);
    }

    private async Task<Guid> Written(Actor by) => Guid.Parse((await Register.Write(by, _incident, Cancel)).Value!);

    private async Task<Actor> Member(string role) => (await _chapter.AddMember($"{role}@exemple.org", "fr", role)).Item1;

    private sealed record Logged
    {
        public required string Kind { get; init; }

        public required Guid DoneBy { get; init; }
    }
}

public sealed class The_register_of_incidents_on_SQLite() : The_register_of_incidents(null);

public sealed class The_register_of_incidents_on_PostgreSQL(PostgresServer server) : The_register_of_incidents(server);
