using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Operations;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>Every command with every role: one speaks for oneself, whatever one's roles; nobody speaks for another.</summary>
public sealed class Who_speaks_for_whom
{
    private static readonly Dictionary<string, Func<Guid, Actor, Result<Member>>> _commands = new()
    {
        ["Accept"] = (id, who) => new Member().Accept(id, new(who, 1), Somebody.Noon),
        ["Describe"] = (id, who) => new Member().Describe(id, new(who, new MemberProfile(), new ShownParts())),
        ["Declare"] = (id, who) => new Member().Declare(id, new(who, ["service-user"], true), "00", Somebody.Noon),
        ["Withdraw"] = (id, who) => new Member().Withdraw(id, new(who), Somebody.Noon),
        ["Forget"] = (id, who) => new Member().Forget(id, new(who), Somebody.Noon),
    };

    private static readonly string[] _roles = ["", "steward", "executive", "facilitator", "secretary", "privacy-officer"];

    public static TheoryData<string, string> Everything => [.. from command in _commands.Keys from role in _roles select (command, role)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_everybody_for_themselves(string command, string role) =>
        Assert.Empty(_commands[command](Somebody.Camille, Somebody.As(Somebody.Camille, role)).Refusals);

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_nobody_for_another_except_that_a_steward_ends_what_they_may_end(string command, string role)
    {
        var outcome = _commands[command](Somebody.Camille, Somebody.As(Somebody.Dominique, role));

        Assert.Equal(command == "Forget" && role == "steward" ? [] : ["member.not-yours"], outcome.Refusals.Select(p => p.Code));
    }

    [Fact]
    public void is_not_a_visitor() =>
        Assert.All(_commands.Where(c => c.Key != "Forget"), c => Assert.Equal("member.not-yours", c.Value(Guid.Empty, Somebody.As(Guid.Empty, "")).Refusals.Single().Code));

    [Fact]
    public void leaves_no_command_of_the_grain_out() =>
        Assert.Equal(typeof(IMemberGrain).GetMethods().Select(m => m.Name).Order(), _commands.Keys.Order());
}
