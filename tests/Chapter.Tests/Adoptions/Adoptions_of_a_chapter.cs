using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Notices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Adoptions;

public abstract class Adoptions_of_a_chapter(PostgresServer? server) : IAsyncLifetime
{
    private static readonly PracticeReference _coffee = PracticeReference.Own(Samples.PracticeId);
    private WritingChapter _chapter = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AdoptionQueries Queries => _chapter.Get<AdoptionQueries>();

    public async ValueTask InitializeAsync() => _chapter = await WritingChapter.Start(server);

    public async ValueTask DisposeAsync()
    {
        await _chapter.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task are_found_by_practice_the_furthest_first_by_organization_and_by_person_and_forget_who_left()
    {
        var (who, _) = await _chapter.AddMember();
        var (other, _) = await _chapter.AddMember();
        var (mill, house, barn) = (await Centre("Le moulin"), await Centre("La maison"), await Centre("L’étable"));
        await Say(who, _coffee, mill, AdoptionStage.Discontinued);
        await Say(who, _coffee, house, AdoptionStage.Exploration);
        await Say(other, _coffee, barn, AdoptionStage.Sustained);
        await Say(other, _coffee with { Node = "another" }, house, AdoptionStage.FullImplementation);

        Assert.Equal(["L’étable", "La maison", "Le moulin"], (await Queries.Of(_coffee, Cancel)).Select(a => a.Organization!.Name));
        Assert.Equal(["La maison"], (await Queries.Of(_coffee with { Node = "another" }, Cancel)).Select(a => a.Organization!.Name));
        Assert.Equal(2, (await Queries.By(house, Cancel)).Count);
        Assert.Equal(2, await Queries.SaidBy(who.Id, Cancel).CountAsync(Cancel));

        _chapter.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await _chapter.Get<People>().End(new(who, who.Id), Cancel)).Succeeded);
        await _chapter.Pass();
        Assert.Equal(0, await Queries.SaidBy(who.Id, Cancel).CountAsync(Cancel));
        Assert.Equal(3, (await Queries.Of(_coffee, Cancel)).Count);
        Assert.Equal(2, await Queries.SaidBy(other.Id, Cancel).CountAsync(Cancel));

        var left = Adoption.IdOf(_coffee, mill);
        Assert.True((await _chapter.Get<IGrainFactory>().Adoption(left).Do(new TakeBackStage(Samples.Executive, (await Queries.Find(left, Cancel))!.Current!.Id))).Succeeded);
        Assert.Null(await Queries.Find(left, Cancel));
        Assert.Equal(2, (await Queries.Of(_coffee, Cancel)).Count);
    }

    private async Task Say(Actor who, PracticeReference practice, Guid organization, AdoptionStage stage) => Assert.Empty((await _chapter.Get<IGrainFactory>().Adoption(Adoption.IdOf(practice, organization))
        .Do(new SayStage(who, practice, organization, Guid.CreateVersion7(_chapter.Clock.GetUtcNow()), new(stage, new(2026, 2, 1), "", "fr")))).Refusals);

    private async Task<Guid> Centre(string name)
    {
        var id = Organization.IdOf(name);
        Assert.Empty((await _chapter.Get<IGrainFactory>().Organization(id).Do(new AddOrganization(_chapter.Facilitator, new() { Name = name }))).Refusals);
        return id;
    }
}

public sealed class Adoptions_of_a_chapter_on_sqlite() : Adoptions_of_a_chapter(null);

public sealed class Adoptions_of_a_chapter_on_postgresql(PostgresServer server) : Adoptions_of_a_chapter(server);
