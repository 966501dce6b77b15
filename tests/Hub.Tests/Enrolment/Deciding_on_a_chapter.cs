using RecoveryCoP.Federation.V1;
using RecoveryCoP.Hub.Enrolment;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Hub.Tests.Enrolment;

public sealed class Deciding_on_a_chapter
{
    private static readonly DateTimeOffset _now = new(2026, 10, 1, 14, 0, 0, TimeSpan.Zero);
    private static readonly Actor _operator = new(Guid.Empty, ["operator"]);

    private static readonly Dictionary<string, Func<ChapterEnrolment, Actor, Result<ChapterEnrolment>>> _commands = new()
    {
        ["admit"] = (e, actor) => e.Admit(actor, true, _now),
        ["suspend"] = (e, actor) => e.Suspend(actor, "Une pause.", _now),
        ["reinstate"] = (e, actor) => e.Reinstate(actor, _now),
        ["revoke"] = (e, actor) => e.Revoke(actor, "Ce n’est pas vous.", _now),
        ["annotate"] = (e, actor) => e.Annotate(actor, "Rappeler lundi."),
    };

    public static TheoryData<string, string> CommandsAndRoles =>
        [.. from command in _commands.Keys from role in new[] { "", "steward", "executive", "facilitator", "secretary", "privacy-officer" } select (command, role)];

    public static TheoryData<string, EnrolmentState, EnrolmentState?> Changes => new()
    {
        { "admit", EnrolmentState.Pending, EnrolmentState.Admitted },
        { "admit", EnrolmentState.Admitted, null },
        { "admit", EnrolmentState.Suspended, null },
        { "admit", EnrolmentState.Revoked, null },
        { "suspend", EnrolmentState.Pending, null },
        { "suspend", EnrolmentState.Admitted, EnrolmentState.Suspended },
        { "suspend", EnrolmentState.Suspended, null },
        { "suspend", EnrolmentState.Revoked, null },
        { "reinstate", EnrolmentState.Pending, null },
        { "reinstate", EnrolmentState.Admitted, null },
        { "reinstate", EnrolmentState.Suspended, EnrolmentState.Admitted },
        { "reinstate", EnrolmentState.Revoked, null },
        { "revoke", EnrolmentState.Pending, EnrolmentState.Revoked },
        { "revoke", EnrolmentState.Admitted, EnrolmentState.Revoked },
        { "revoke", EnrolmentState.Suspended, EnrolmentState.Revoked },
        { "revoke", EnrolmentState.Revoked, null },
    };

    [Theory, MemberData(nameof(CommandsAndRoles))]
    public void is_refused_to_everybody_but_the_operator(string command, string role)
    {
        var actor = new Actor(Guid.Empty, role.Length == 0 ? [] : [role]);

        Assert.All(Enum.GetValues<EnrolmentState>(), standing =>
            Assert.Equal("enrolment.not-yours", Assert.Single(_commands[command](At(standing), actor).Refusals).Code));
    }

    [Theory, MemberData(nameof(Changes))]
    public void goes_only_where_it_may(string command, EnrolmentState from, EnrolmentState? to)
    {
        var decided = _commands[command](At(from), _operator);

        Assert.Equal(to, decided.Value?.Standing);
        Assert.Equal(to is not null, decided.Succeeded);
    }

    [Fact]
    public void needs_the_six_words_compared_before_admission() =>
        Assert.Equal("enrolment.words-not-compared", Assert.Single(At(EnrolmentState.Pending).Admit(_operator, false, _now).Refusals).Code);

    [Fact]
    public void tells_the_chapter_why_it_is_stopped()
    {
        Assert.Equal("enrolment.message-missing", Assert.Single(At(EnrolmentState.Admitted).Suspend(_operator, " ", _now).Refusals).Code);
        Assert.Equal("enrolment.message-missing", Assert.Single(At(EnrolmentState.Admitted).Revoke(_operator, "", _now).Refusals).Code);
    }

    [Fact]
    public void refuses_texts_that_cannot_be_kept()
    {
        Assert.Equal("enrolment.text-too-long", Assert.Single(At(EnrolmentState.Admitted).Suspend(_operator, new string('a', 1001), _now).Refusals).Code);
        Assert.Equal("enrolment.text-unreadable", Assert.Single(At(EnrolmentState.Admitted).Annotate(_operator, "a\u0000b").Refusals).Code);
    }

    private static ChapterEnrolment At(EnrolmentState standing) =>
        new() { Node = new NodeId("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), Standing = standing, Since = _now, Version = 1 };
}
