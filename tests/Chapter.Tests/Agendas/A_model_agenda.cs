using RecoveryCoP.Chapter.Agendas;
using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Agendas;

public sealed class A_model_agenda
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 14, 0, 0, TimeSpan.Zero);
    private static readonly Guid _id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099b9201");

    /// <summary>One in two languages, and an item that is in French alone.</summary>
    internal static AgendaContent Content { get; } = new()
    {
        Title = new("Un mois ordinaire", "An ordinary month"),
        Words = new("Une pratique, puis le système.", "A practice, then the system."),
        Items =
        [
            new() { Id = "pratique", Title = new("Une pratique", "A practice"), Stream = TopicStream.Practice, Kind = ItemKind.Showcase, Minutes = 60 },
            new() { Id = "systeme", Title = new("Le système", null), Stream = TopicStream.System, Kind = ItemKind.Discussion, Minutes = 45 },
        ],
    };

    [Theory]
    [InlineData("", Access.RoleMissing)]
    [InlineData("steward", Access.RoleMissing)]
    [InlineData("secretary", Access.RoleMissing)]
    [InlineData("privacy-officer", Access.RoleMissing)]
    [InlineData("facilitator", null)]
    [InlineData("executive", null)]
    public void is_made_and_removed_by_those_who_lead_meetings(string role, string? refusal)
    {
        var who = new Actor(_id, role.Length == 0 ? [] : [role]);
        Assert.Equal(refusal, Codes(Try(new(), new WriteAgenda(who, 0, Content))).SingleOrDefault());
        Assert.Equal(refusal, Codes(Try(Made(), new RemoveAgenda(who, 1))).SingleOrDefault());
    }

    [Fact]
    public void has_a_title_and_items_that_are_ones()
    {
        Assert.Empty(Content.Errors());
        Assert.Equal(["agenda.title-missing"], ErrorsOf(Content with { Title = new(" ", null) }));
        Assert.Equal(["agenda.items-missing"], ErrorsOf(Content with { Items = [] }));
        Assert.Equal(["agenda.items-too-many"], ErrorsOf(Content with { Items = [.. Enumerable.Range(0, 31).Select(i => Content.Items[0] with { Id = $"{i}" })] }));
        Assert.Equal(["agenda.items-unclear"], ErrorsOf(Content with { Items = [Content.Items[0], Content.Items[0]] }));
        Assert.Equal(["agenda.items-unclear"], ErrorsOf(Content with { Items = [Content.Items[0] with { Minutes = 0 }] }));
        Assert.Equal(["agenda.items-unclear"], ErrorsOf(Content with { Items = [Content.Items[0] with { Title = new(null, null) }] }));
    }

    [Fact]
    public void is_not_written_over_by_whoever_saw_an_earlier_one()
    {
        var (made, other) = (Made(), Content with { Items = [.. Content.Items.Reverse()] });
        Assert.Same(made, Try(made, new WriteAgenda(Facilitator, 0, Content with { Items = [.. Content.Items] })).Value);
        var second = Try(made, new WriteAgenda(Facilitator, 1, other)).Value!;
        Assert.Equal(2, second.Version);

        Assert.Equal(["agenda.stale"], Codes(Try(second, new WriteAgenda(Facilitator, 1, Content))));
        Assert.Equal(["agenda.remove-stale"], Codes(Try(second, new RemoveAgenda(Facilitator, 1))));
        var removed = Try(second, new RemoveAgenda(Facilitator, 2)).Value!;
        Assert.Equal(["agenda.gone"], Codes(Try(removed, new WriteAgenda(Facilitator, 2, Content))));
        Assert.Equal(4, Try(removed, new WriteAgenda(Facilitator, 0, Content)).Value!.Version);
    }

    [Fact]
    public void gives_its_items_in_the_language_of_a_plan_or_the_one_they_have() =>
        Assert.Equal([("A practice", 60), ("Le système", 45)], Content.ToItems(Language.English).Select(i => (i.Title, i.Minutes)));

    private static Actor Facilitator => new(_id, [ChapterRoles.Facilitator]);

    private static ModelAgenda Made() => Try(new(), new WriteAgenda(Facilitator, 0, Content)).Value!;

    private static Result<ModelAgenda> Try<TOperation>(ModelAgenda agenda, TOperation operation) where TOperation : IOperation<ModelAgenda> => agenda.Try(operation, _id, _now);

    private static IEnumerable<string> Codes(Result<ModelAgenda> result) => result.Refusals.Select(r => r.Code);

    private static IEnumerable<string> ErrorsOf(AgendaContent content) => content.Errors().Select(r => r.Code);
}
