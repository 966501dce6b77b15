using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using static RecoveryCoP.Chapter.Tests.Members.Somebody;

namespace RecoveryCoP.Chapter.Tests.Members;

public sealed class A_member
{
    private static readonly Actor _camille = As(Camille);
    private static readonly Guid _nextStay = Guid.Parse("01890a5d-ac96-774b-bcce-000000000004");
    private static readonly Member _here = Accept(new Member(), 1);
    private static readonly MemberProfile _profile = new() { Affiliation = "L’Envol", TalkAbout = "Logement", Notices = ["meetings"] };

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
        Assert.Equal("member.no-such-version", new Member().Try(new AcceptCharter(_camille, 0, Stay), Camille, Noon).Refusals.Single().Code);

    [Fact]
    public void says_nothing_before_the_charter()
    {
        Assert.Equal("member.charter-first", Describe(new Member(), new()).Refusals.Single().Code);
        Assert.Equal("member.charter-first", Declare(new Member(), agrees: true).Refusals.Single().Code);
    }

    [Fact]
    public void shows_nothing_else_without_their_name()
    {
        var refusal = Describe(_here, new ShownParts(Affiliation: true)).Refusals.Single();

        Assert.Equal(("member.name-not-shown", "Shown"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void declares_groups_only_under_a_consent()
    {
        Assert.Equal("member.consent-missing", Declare(_here, agrees: false).Refusals.Single().Code);

        var member = Declare(_here, agrees: true).Value!;

        Assert.Equal(["service-user"], member.Groups);
        Assert.Equal(new Consent(ConsentPurpose.Groups, "aa", Noon), member.Consents.Single());
    }

    [Fact]
    public void declares_at_least_one_group() =>
        Assert.Equal("member.groups-missing", _here.Try(new DeclareGroups(_camille, [], true), Camille, Noon).Refusals.Single().Code);

    [Fact]
    public void is_not_asked_again_while_the_consent_holds()
    {
        var member = Declare(Declare(_here, agrees: true).Value!, agrees: false, "researcher").Value!;

        Assert.Equal(["researcher"], member.Groups);
        Assert.Single(member.Consents);
    }

    [Fact]
    public void is_asked_again_when_the_text_is_another()
    {
        var (member, later) = (Declare(_here, agrees: true).Value!, new OperationContext(Camille, Noon.AddDays(1), "bb"));

        Assert.Equal("member.consent-missing", new DeclareGroups(_camille, ["researcher"], false).On(member, later).Refusals.Single().Code);
        var again = new DeclareGroups(_camille, ["researcher"], true).On(member, later).Value!;
        Assert.Equal(((IErasable)member).Erasable, ((IErasable)again).Erasable); // nothing was taken back
        Assert.Equal([Noon.AddDays(1), null], again.Consents.Select(c => c.WithdrawnAt));
    }

    [Fact]
    public void takes_the_groups_back_with_the_consent()
    {
        var member = Declare(_here, agrees: true).Value!.Try(new WithdrawGroups(_camille), Camille, Noon.AddDays(1)).Value!;

        Assert.Empty(member.Groups);
        Assert.Null(member.ConsentTo(ConsentPurpose.Groups));
        Assert.Equal(Noon.AddDays(1), member.Consents.Single().WithdrawnAt);
    }

    [Fact]
    public void who_leaves_is_forgotten_but_for_what_was_agreed()
    {
        var member = Forget(Said(), Stay);

        IsForgotten(member);
        Assert.Equal(Noon.AddDays(2), member.Consents.Single().WithdrawnAt);
        Assert.Equal((Guid.Empty, 1), (member.Stay, member.Acceptances.Single().Version));
    }

    [Fact]
    public void who_comes_back_accepts_again()
    {
        var member = Accept(Forget(_here, Stay), 1, _nextStay);

        Assert.Equal(_nextStay, member.Stay);
        Assert.Equal([1, 1], member.Acceptances.Select(a => a.Version));
    }

    [Fact]
    public void who_comes_back_begins_afresh_even_when_nothing_was_forgotten()
    {
        var member = Accept(Said(), 1, _nextStay);

        IsForgotten(member);
        Assert.Equal(Noon, member.Consents.Single().WithdrawnAt);
        Assert.Equal([1, 1], member.Acceptances.Select(a => a.Version));
    }

    [Fact]
    public void who_came_back_keeps_what_they_say_now()
    {
        var member = Describe(Accept(Said(), 1, _nextStay), new ShownParts(true)).Value!;

        Assert.Same(member, Forget(member, Stay));
    }

    [Fact]
    public void to_whom_nothing_changes_stays_the_same()
    {
        var member = Said() with { Profile = _profile with { Notices = ["meetings"], Unknown = [] } };

        Assert.Same(member, Accept(member, 1));
        Assert.Same(member, Describe(member, new ShownParts(true, true, true)).Value);
        Assert.Same(member, Declare(member, agrees: true).Value);
        Assert.Same(_here, _here.Try(new WithdrawGroups(_camille), Camille, Noon).Value);
        var forgotten = Forget(member, Stay);
        Assert.Same(forgotten, Forget(forgotten, Stay));
        Assert.Same(forgotten, Forget(forgotten, Guid.Empty));
    }

    [Fact]
    public void keeps_what_a_newer_program_wrote_about_them()
    {
        var member = _here with { Profile = new() { Unknown = new() { ["pronoun"] = default } } };

        Assert.True(Describe(member, new()).Value!.Profile.Unknown!.ContainsKey("pronoun"));
    }

    private static void IsForgotten(Member member)
    {
        Assert.True(new MemberProfile().SaysTheSameAs(member.Profile));
        Assert.Equal(new ShownParts(), member.Shown);
        Assert.Empty(member.Groups);
    }

    private static Member Said() => Declare(Describe(_here, new ShownParts(true, true, true)).Value!, agrees: true).Value!;

    private static Member Accept(Member member, int version, Guid? stay = null) => member.Try(new AcceptCharter(_camille, version, stay ?? Stay), Camille, Noon).Value!;

    private static Member Forget(Member member, Guid stay) => member.Try(new ForgetMember(Actor.Node, stay), Camille, Noon.AddDays(2)).Value!;

    private static Result<Member> Describe(Member member, ShownParts shown) => member.Try(new DescribeYourself(_camille, _profile, shown), Camille, Noon);

    private static Result<Member> Declare(Member member, bool agrees, string group = "service-user") =>
        new DeclareGroups(_camille, [group], agrees).On(member, new(Camille, Noon, "aa"));
}
