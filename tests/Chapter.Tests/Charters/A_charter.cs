using RecoveryCoP.Chapter.Charters;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Charters;

public sealed class A_charter
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor _executive = Someone("executive");
    private static readonly CharterContent _second = new("## L’écoute\nOn s’écoute.", "## Listening\nWe listen.");

    public static TheoryData<string, bool> Roles => new()
    {
        { "", false }, { "steward", false }, { "executive", true }, { "facilitator", false }, { "secretary", false }, { "privacy-officer", false },
    };

    [Theory]
    [MemberData(nameof(Roles))]
    public void is_published_by_the_executive_committee_alone(string role, bool allowed)
    {
        var outcome = Publish(new Charter(), 1, _second, Someone(role));

        Assert.Equal(allowed ? [] : ["access.role-missing"], outcome.Refusals.Select(p => p.Code));
    }

    [Fact]
    public void is_not_published_by_a_visitor() =>
        Assert.Equal("access.members-only", Publish(new Charter(), 1, _second, new Actor(Guid.Empty, ["executive"])).Refusals.Single().Code);

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal([typeof(PublishCharter)], Operations.On<Charter>());

    [Fact]
    public void begins_with_the_version_that_the_program_brings() => Assert.Equal(1, new Charter().Current);

    [Fact]
    public void keeps_every_version_and_asks_for_the_last()
    {
        var charter = Publish(new Charter(), 1, _second).Value!;

        Assert.Equal(2, charter.Current);
        Assert.Equal([BuiltInCharter.Version.TextHash, HashOf(_second)], charter.Versions.Select(v => v.TextHash));
        Assert.Equal(_executive.Id, charter.Versions[1].By);
    }

    [Fact]
    public void published_on_a_version_that_is_no_longer_the_last_is_stale()
    {
        var charter = Publish(new Charter(), 1, _second).Value!;

        var late = Publish(charter, 1, new("## Autre\nTexte.", "## Other\nText."));

        Assert.Equal(("charter.stale", "2"), (late.Refusals.Single().Code, late.Refusals.Single().Args.Single()));
    }

    [Fact]
    public void published_twice_with_one_form_is_one_version()
    {
        var charter = Publish(new Charter(), 1, _second).Value!;

        Assert.Equal(2, Publish(charter, 1, _second).Value!.Current);
    }

    [Fact]
    public void with_the_same_text_is_no_new_version() =>
        Assert.Equal("charter.unchanged", Publish(new Charter(), 1, BuiltInCharter.Text).Refusals.Single().Code);

    [Fact]
    public void has_an_end_to_its_versions()
    {
        var full = new Charter { Versions = [.. Enumerable.Range(1, Charter.MostVersions).Select(n => BuiltInCharter.Version with { Number = n })] };

        Assert.Equal("charter.too-many-versions", Publish(full, Charter.MostVersions, _second).Refusals.Single().Code);
    }

    private static Result<Charter> Publish(Charter charter, int basedOn, CharterContent text, Actor? who = null) =>
        charter.Try(new PublishCharter(who ?? _executive, basedOn, text, new Bilingual(null, null)), Charter.TheId, _noon);

    private static string HashOf(CharterContent text) => TextStore.NameOf(text.ToBytes());

    private static Actor Someone(string role) => new(Guid.Parse("01890a5d-ac96-774b-bcce-000000000001"), role.Length == 0 ? [] : [role]);
}
