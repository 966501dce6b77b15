using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Operations;
using static RecoveryCoP.Chapter.Tests.Members.Somebody;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class A_member
{
    private static readonly Actor _camille = As(Camille);

    [Fact]
    public void shows_nothing_to_begin_with() => Assert.Equal(new ShownParts(false, false, false), new Member().Shown);

    [Fact]
    public void accepts_each_version_once()
    {
        var member = Accept(Accept(Accept(new Member(), 1), 1), 2);

        Assert.Equal([1, 2], member.Acceptances.Select(a => a.Version));
    }

    [Fact]
    public void does_not_go_back_to_an_earlier_version() => Assert.Equal(2, Accept(Accept(new Member(), 2), 1).Acceptances.Single().Version);

    [Fact]
    public void accepts_no_version_that_cannot_be() =>
        Assert.Equal("member.no-such-version", new Member().Accept(Camille, new(_camille, 0), Noon).Refusals.Single().Code);

    [Fact]
    public void shows_nothing_else_without_their_name()
    {
        var outcome = new Member().Describe(Camille, new(_camille, new MemberProfile { Affiliation = "L’Envol" }, new ShownParts(Affiliation: true)));

        Assert.Equal(("member.name-not-shown", "Shown"), (outcome.Refusals.Single().Code, outcome.Refusals.Single().Field));
    }

    [Fact]
    public void declares_groups_only_under_a_consent()
    {
        Assert.Equal("member.consent-missing", Declare(new Member(), agrees: false).Refusals.Single().Code);

        var member = Declare(new Member(), agrees: true).Value!;

        Assert.Equal(["service-user"], member.Groups);
        Assert.Equal(new Consent(ConsentPurpose.Groups, "aa", Noon), member.Consents.Single());
    }

    [Fact]
    public void declares_at_least_one_group() =>
        Assert.Equal("member.groups-missing", new Member().Declare(Camille, new(_camille, [], true), "aa", Noon).Refusals.Single().Code);

    [Fact]
    public void is_not_asked_again_while_the_consent_holds()
    {
        var member = Declare(Declare(new Member(), agrees: true).Value!, agrees: false, "researcher").Value!;

        Assert.Equal(["researcher"], member.Groups);
        Assert.Single(member.Consents);
    }

    [Fact]
    public void is_asked_again_when_the_text_is_another()
    {
        var member = Declare(new Member(), agrees: true).Value!;

        Assert.Equal("member.consent-missing", member.Declare(Camille, new(_camille, ["researcher"], false), "bb", Noon).Refusals.Single().Code);
        var again = member.Declare(Camille, new(_camille, ["researcher"], true), "bb", Noon.AddDays(1)).Value!;
        Assert.Equal([Noon.AddDays(1), null], again.Consents.Select(c => c.WithdrawnAt));
    }

    [Fact]
    public void takes_the_groups_back_with_the_consent()
    {
        var member = Declare(new Member(), agrees: true).Value!.Withdraw(Camille, new(_camille), Noon.AddDays(1)).Value!;

        Assert.Empty(member.Groups);
        Assert.Null(member.ConsentTo(ConsentPurpose.Groups));
        Assert.Equal(Noon.AddDays(1), member.Consents.Single().WithdrawnAt);
    }

    [Fact]
    public void who_leaves_is_forgotten_but_for_what_was_agreed()
    {
        var member = Declare(Accept(new Member(), 1), agrees: true).Value!
            .Describe(Camille, new(_camille, new MemberProfile { Affiliation = "L’Envol", TalkAbout = "Logement" }, new ShownParts(true, true, true))).Value!
            .Forget(Camille, new(_camille), Noon.AddDays(2)).Value!;

        Assert.Equal(new MemberProfile().Affiliation, member.Profile.Affiliation);
        Assert.Equal(new ShownParts(), member.Shown);
        Assert.Empty(member.Groups);
        Assert.Equal(Noon.AddDays(2), member.Consents.Single().WithdrawnAt);
        Assert.Single(member.Acceptances);
    }

    [Fact]
    public void who_comes_back_accepts_again()
    {
        var member = Accept(Accept(new Member(), 1).Forget(Camille, new(_camille), Noon).Value!, 1);

        Assert.Null(member.LeftAt);
        Assert.Equal([1, 1], member.Acceptances.Select(a => a.Version));
    }

    private static Member Accept(Member member, int version) => member.Accept(Camille, new(_camille, version), Noon).Value!;

    private static Result<Member> Declare(Member member, bool agrees, string group = "service-user") =>
        member.Declare(Camille, new(_camille, [group], agrees), "aa", Noon);
}
