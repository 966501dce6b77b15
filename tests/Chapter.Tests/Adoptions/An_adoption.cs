using RecoveryCoP.Chapter.Adoptions;
using RecoveryCoP.Chapter.Practices;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Adoptions;

public sealed class An_adoption
{
    internal static readonly Actor Neighbour = Samples.Someone(80);
    internal static readonly PracticeReference Coffee = PracticeReference.Own(Samples.PracticeId);
    internal static readonly Guid Centre = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8001"), First = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8002");
    internal static readonly SaidStage Begun = new(AdoptionStage.InitialImplementation, new(2025, 10, 1), "Deux équipes.", "fr");
    internal static readonly Adoption One = Do(new(), new SayStage(Neighbour, Coffee, Centre, First, Begun)).Value!;
    private static readonly Guid _second = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8003");

    [Fact]
    public void is_one_for_each_practice_and_organization_whoever_tells_of_it()
    {
        Assert.NotEqual(Adoption.IdOf(Coffee, Centre), Adoption.IdOf(Coffee with { Node = "n" }, Centre));
        Assert.NotEqual(Adoption.IdOf(Coffee, Centre), Adoption.IdOf(Coffee, First));
        Assert.Equal("adoption.unknown", Code(new(), new SayStage(Neighbour, Coffee, First, First, Begun)));
        Assert.Equal((Adoption.IdOf(Coffee, Centre), Coffee, Centre), (One.Id, One.Practice, One.Organization));
    }

    [Fact]
    public void takes_a_step_once_however_often_the_form_is_sent()
    {
        Assert.Same(One, Do(One, new SayStage(Neighbour, Coffee, Centre, First, Begun)).Value);
        Assert.Equal("adoption.step-exists", Code(One, new SayStage(Neighbour, Coffee, Centre, First, Begun with { Note = "Trois." })));
        Assert.Equal("adoption.step-exists", Code(One, new SayStage(Samples.Someone(81), Coffee, Centre, First, Begun)));
    }

    [Fact]
    public void stands_as_the_last_month_says_whatever_was_said_when_and_goes_back_like_forward()
    {
        var earlier = Do(One, new SayStage(Neighbour, Coffee, Centre, _second, Begun with { Stage = AdoptionStage.Exploration, Month = new(2024, 5, 1) }), Samples.Noon.AddHours(1)).Value!;
        Assert.Equal((AdoptionStage.InitialImplementation, 2), (earlier.Current!.Stage, earlier.Steps.Count));

        var back = Do(One, new SayStage(Neighbour, Coffee, Centre, _second, Begun with { Stage = AdoptionStage.Installation }), Samples.Noon.AddHours(1)).Value!;
        Assert.Equal(AdoptionStage.Installation, back.Current!.Stage);
    }

    [Fact]
    public void is_a_way_of_stages_with_the_one_where_it_stands_or_was_given_up()
    {
        var begun = Do(One, new SayStage(Neighbour, Coffee, Centre, _second, Begun with { Stage = AdoptionStage.Exploration, Month = new(2024, 5, 1) }), Samples.Noon.AddHours(1)).Value!;
        Assert.Equal(["Passed May 2024", "Passed ", "Current October 2025", "Ahead ", "Ahead "], Way(begun));

        // Whoever went back has it ahead of them again.
        var back = Do(begun, new SayStage(Neighbour, Coffee, Centre, Samples.PracticeId, Begun with { Stage = AdoptionStage.Installation, Month = new(2025, 12, 1) }), Samples.Noon.AddHours(2)).Value!;
        Assert.Equal(["Passed May 2024", "Current December 2025", "Ahead ", "Ahead ", "Ahead "], Way(back));

        var ended = Do(back, new SayStage(Neighbour, Coffee, Centre, Centre, Begun with { Stage = AdoptionStage.Discontinued, Month = new(2026, 2, 1) }), Samples.Noon.AddHours(3)).Value!;
        Assert.Equal(["Passed May 2024", "Ended February 2026", "Ahead ", "Ahead ", "Ahead "], Way(ended));
        var never = Do(new(), new SayStage(Neighbour, Coffee, Centre, First, Begun with { Stage = AdoptionStage.Discontinued })).Value!;
        Assert.Equal(["Ended October 2025", "Ahead ", "Ahead ", "Ahead ", "Ahead "], Way(never));

        static IEnumerable<string> Way(Adoption adoption) => AdoptionWay.Of(adoption).Select(s => $"{s.Mark} {s.Since?.En}");
    }

    [Theory]
    [InlineData(2026, 4, 1, false)] // ahead
    [InlineData(2026, 3, 1, true)]
    [InlineData(2026, 2, 2, false)] // no month
    [InlineData(2016, 4, 1, true)]
    [InlineData(2016, 2, 1, false)] // ten years and more
    public void has_its_steps_in_months_that_are_not_ahead(int year, int month, int day, bool taken)
    {
        var result = Do(new(), new SayStage(Neighbour, Coffee, Centre, First, Begun with { Month = new(year, month, day) }));

        Assert.Equal(taken ? [] : ["adoption.month-unclear"], result.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void has_an_end_to_its_steps_and_its_notes()
    {
        var full = One with { Steps = [.. Enumerable.Range(1, Adoption.MostSteps).Select(n => One.Steps[0] with { Id = Samples.Someone(n).Id })] };

        Assert.Equal("adoption.too-many-steps", Code(full, new SayStage(Neighbour, Coffee, Centre, First, Begun)));
        Assert.Equal("adoption.note-too-long", Code(new(), new SayStage(Neighbour, Coffee, Centre, First, Begun with { Note = new('a', Adoption.LongestNote + 1) })));
    }

    [Fact]
    public void is_quiet_after_half_a_year_without_a_word_until_somebody_says_something_or_it_has_ended()
    {
        var later = Samples.Noon.AddDays(Adoption.QuietAfterDays);
        Assert.False(One.IsQuiet(later.AddSeconds(-1)));
        Assert.True(One.IsQuiet(later));

        Assert.False(Do(One, new SayStage(Neighbour, Coffee, Centre, _second, Begun), later).Value!.IsQuiet(later));
        Assert.False(Do(One, new SayStage(Neighbour, Coffee, Centre, _second, Begun with { Stage = AdoptionStage.Discontinued, Month = new(2026, 1, 1) })).Value!.IsQuiet(later.AddYears(1)));
    }

    [Fact]
    public void keeps_nothing_of_what_was_taken_back_and_ends_with_its_last_step()
    {
        var none = Do(One, new TakeBackStage(Neighbour, First)).Value!;

        Assert.Empty(none.Steps);
        Assert.Null(none.Current);
        Assert.Same(none, Do(none, new TakeBackStage(Neighbour, First)).Value);
        Assert.True(Do(none, new SayStage(Samples.Someone(81), Coffee, Centre, _second, Begun)).Value!.Current is not null);
    }

    [Fact]
    public void forgets_who_said_what_in_a_stay_that_is_over_and_keeps_what_was_said()
    {
        var forgotten = Do(One, new ForgetWhoSaid(Actor.Node, Neighbour.Id, Samples.Noon)).Value!;

        Assert.Equal((Guid.Empty, "Deux équipes."), (forgotten.Steps[0].By, forgotten.Steps[0].Note));
        Assert.Same(One, Do(One, new ForgetWhoSaid(Actor.Node, Neighbour.Id, Samples.Noon.AddTicks(-1))).Value);
        Assert.Empty(Do(One, new ForgetWhoSaid(Actor.Node, Neighbour.Id, Samples.Noon, Words: true)).Value!.Steps);
        Assert.Equal("adoption.not-yours", Code(forgotten, new TakeBackStage(Neighbour, First)));
        Assert.True(Do(forgotten, new TakeBackStage(Samples.Executive, First)).Succeeded);
    }

    internal static Result<Adoption> Do<TOperation>(Adoption adoption, TOperation operation, DateTimeOffset? at = null) where TOperation : IOperation<Adoption> =>
        adoption.Try(operation, Adoption.IdOf(Coffee, Centre), at ?? Samples.Noon);

    private static string Code<TOperation>(Adoption adoption, TOperation operation) where TOperation : IOperation<Adoption> => Do(adoption, operation).Refusals.Single().Code;
}

/// <summary>Every operation with every role: the table is the whole of what is allowed.</summary>
public sealed class Who_may_do_what_with_an_adoption
{
    private static readonly Dictionary<string, Actor> _people = new()
    {
        ["who said it"] = An_adoption.Neighbour,
        ["member"] = Samples.Someone(81),
        ["executive"] = Samples.Someone(11, "executive"),
        ["facilitator"] = Samples.Someone(12, "facilitator"),
        ["steward"] = Samples.Someone(13, "steward"),
        ["secretary"] = Samples.Someone(14, "secretary"),
        ["privacy-officer"] = Samples.Someone(15, "privacy-officer"),
        ["nobody"] = Samples.Nobody,
        ["node"] = Actor.Node,
    };

    private const string Members = "who said it, member, executive, facilitator, steward, secretary, privacy-officer";

    private static readonly Dictionary<string, (Func<Actor, Result<Adoption>> Do, string Allowed)> _commands = new()
    {
        [nameof(ForgetWhoSaid)] = (who => An_adoption.Do(An_adoption.One, new ForgetWhoSaid(who, An_adoption.Neighbour.Id, Samples.Noon)), "node"),
        [nameof(SayStage)] = (who => An_adoption.Do(new(), new SayStage(who, An_adoption.Coffee, An_adoption.Centre, An_adoption.First, An_adoption.Begun)), Members),
        [nameof(TakeBackStage)] = (who => An_adoption.Do(An_adoption.One, new TakeBackStage(who, An_adoption.First)), "who said it, executive"),
    };

    public static TheoryData<string, string> Everything => [.. from command in _commands.Keys from who in _people.Keys select (command, who)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_as_written_in_the_table(string command, string who) =>
        Assert.Equal(_commands[command].Allowed.Split(", ").Contains(who), _commands[command].Do(_people[who]).Succeeded);

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<Adoption>().Select(o => o.Name), _commands.Keys);
}
