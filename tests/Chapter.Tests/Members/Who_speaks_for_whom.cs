using RecoveryCoP.Chapter.Members;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Members;

/// <summary>Every operation with every role: one speaks for oneself, whatever one's roles; nobody speaks for another. Only the node forgets.</summary>
public sealed class Who_speaks_for_whom
{
    private static readonly Member _here = new() { Id = Somebody.Camille, Stay = Somebody.Stay };

    private static readonly Dictionary<string, Func<Guid, Actor, Result<Member>>> _operations = new()
    {
        [nameof(AcceptCharter)] = (id, who) => _here.Try(new AcceptCharter(who, 1, Somebody.Stay), id, Somebody.Noon),
        [nameof(BelongToOrganization)] = (id, who) => _here.Try(new BelongToOrganization(who, Somebody.Dominique), id, Somebody.Noon),
        [nameof(ChooseLetters)] = (id, who) => _here.Try(new ChooseLetters(who, ["reminder"], [], false), id, Somebody.Noon),
        [nameof(DeclareGroups)] = (id, who) => _here.Try(new DeclareGroups(who, ["service-user"], true), id, Somebody.Noon),
        [nameof(DeclineLetters)] = (id, who) => _here.Try(new DeclineLetters(who, "reminder"), id, Somebody.Noon),
        [nameof(DescribeYourself)] = (id, who) => _here.Try(new DescribeYourself(who, new MemberProfile(), new ShownParts()), id, Somebody.Noon),
        [nameof(EndCalendarAddress)] = (id, who) => _here.Try(new EndCalendarAddress(who), id, Somebody.Noon),
        [nameof(EraseMember)] = (id, who) => _here.Try(new EraseMember(who), id, Somebody.Noon),
        [nameof(ForgetMember)] = (id, who) => _here.Try(new ForgetMember(who, Somebody.Stay), id, Somebody.Noon),
        [nameof(LeaveOrganization)] = (id, who) => _here.Try(new LeaveOrganization(who, Somebody.Dominique), id, Somebody.Noon),
        [nameof(MakeCalendarAddress)] = (id, who) => _here.Try(new MakeCalendarAddress(who, "00", "sealed"), id, Somebody.Noon),
        [nameof(WithdrawGroups)] = (id, who) => _here.Try(new WithdrawGroups(who), id, Somebody.Noon),
    };

    private static readonly string[] _roles = ["", "steward", "executive", "facilitator", "secretary", "privacy-officer"];

    public static TheoryData<string, string> Everything => [.. from operation in _operations.Keys from role in _roles select (operation, role)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_everybody_for_themselves_but_nobody_makes_a_record_forgotten(string operation, string role) => Assert.Equal(
        operation is nameof(EraseMember) or nameof(ForgetMember) ? [Access.RoleMissing] : [],
        _operations[operation](Somebody.Camille, Somebody.As(Somebody.Camille, role)).Refusals.Select(r => r.Code));

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_nobody_for_another(string operation, string role) => Assert.Equal(
        [operation is nameof(EraseMember) or nameof(ForgetMember) ? Access.RoleMissing : "member.not-yours"],
        _operations[operation](Somebody.Camille, Somebody.As(Somebody.Dominique, role)).Refusals.Select(r => r.Code));

    [Fact]
    public void is_not_a_visitor() =>
        Assert.All(_operations.Values, o => Assert.Equal(Access.MembersOnly, o(Guid.Empty, Somebody.As(Guid.Empty, "")).Refusals.Single().Code));

    [Fact]
    public void is_the_node_only_to_forget() => Assert.Equal(
        [nameof(EraseMember), nameof(ForgetMember)], _operations.Where(o => o.Value(Somebody.Camille, Actor.Node).Succeeded).Select(o => o.Key));

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<Member>().Select(t => t.Name), _operations.Keys);
}
