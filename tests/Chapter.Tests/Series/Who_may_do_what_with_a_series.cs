using RecoveryCoP.Chapter.Series;
using RecoveryCoP.Chapter.Tests.Meetings;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Series;

/// <summary>Every operation with every role.</summary>
public sealed class Who_may_do_what_with_a_series
{
    private static readonly Dictionary<string, Func<Actor, Result<MeetingSeries>>> _operations = new()
    {
        [nameof(EndSeries)] = who => SeriesSamples.Made().Try(new EndSeries(who)),
        [nameof(MakeSeries)] = who => new MeetingSeries().Try(new MakeSeries(who, SeriesSamples.Setup)),
        [nameof(ReviseSeries)] = who => SeriesSamples.Made().Try(new ReviseSeries(who, 1, SeriesSamples.Setup with { EveryMonths = 2 })),
        [nameof(SkipMonth)] = who => SeriesSamples.Made().Try(new SkipMonth(who, new(2026, 7, 1))),
        [nameof(TakeSkipBack)] = who => SeriesSamples.Made().Try(new SkipMonth(MeetingSamples.Facilitator, new(2026, 7, 1))).Value!.Try(new TakeSkipBack(who, new(2026, 7, 1))),
    };

    public static TheoryData<string, string, bool> Everything =>
        [.. from operation in _operations.Keys from role in ChapterRoles.All.Select(r => r.Code).Append("") select (operation, role, role is ChapterRoles.Facilitator or ChapterRoles.Executive)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_for_those_who_plan_meetings(string operation, string role, bool allowed)
    {
        var result = _operations[operation](role.Length == 0 ? MeetingSamples.Member : Samples.Someone(30, role));

        Assert.Equal(allowed ? [] : [Access.RoleMissing], result.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void is_not_for_visitors_nor_for_the_node() => Assert.All(_operations.Values, o =>
    {
        Assert.Equal(Access.MembersOnly, o(Samples.Nobody).Refusals.Single().Code);
        Assert.False(o(Actor.Node).Succeeded);
    });

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<MeetingSeries>().Select(t => t.Name), _operations.Keys);
}
