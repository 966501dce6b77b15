using RecoveryCoP.Chapter.Organizations;
using RecoveryCoP.Chapter.Tests.Practices;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Chapter.Tests.Organizations;

public sealed class An_organization
{
    private static readonly OrganizationContent _content = new() { Name = "L’Envol", Kind = OrganizationKind.PeerRun, Region = "05" };
    private static readonly Guid _id = Organization.IdOf(_content.Name);
    private static readonly Organization _added = new Organization().Try(new AddOrganization(Samples.Someone(7), _content), _id, Samples.Noon).Value!;
    private static readonly string[] _roles = ["", "steward", "executive", "facilitator", "secretary", "privacy-officer"];

    public static TheoryData<string> Everything => [nameof(AddOrganization), nameof(CorrectOrganization), nameof(PutBackOrganization), nameof(TakeAwayOrganization)];

    [Theory]
    [MemberData(nameof(Everything))]
    public void is_added_by_any_member_and_looked_after_by_the_executive(string operation)
    {
        Assert.All(_roles, role => Assert.Equal(
            operation == nameof(AddOrganization) || role == "executive" ? [] : [Access.RoleMissing], Try(operation, role.Length == 0 ? Samples.Someone(7) : Samples.Someone(7, role))));
        Assert.NotEmpty(Try(operation, new Actor(Guid.Empty, [])));
    }

    [Fact]
    public void leaves_no_operation_out() => Assert.Equal(Operations.On<Organization>().Select(t => t.Name), Everything.Select(row => row.Data));

    [Theory]
    [InlineData("L’Envol", "l'envol", true)]
    [InlineData("L’Envol", "L ENVOL !", true)]
    [InlineData("CLSC Saint-Étienne", "C.L.S.C. Saint Etienne", true)]
    [InlineData("L’Envol", "L’Envolée", false)]
    public void is_the_same_by_its_letters_and_digits(string one, string other, bool same) => Assert.Equal(same, Organization.IdOf(one) == Organization.IdOf(other));

    [Fact]
    public void is_added_once_whoever_adds_it()
    {
        Assert.Same(_added, _added.Try(new AddOrganization(Samples.Someone(8), _content), _id, Samples.Noon.AddDays(1)).Value);
        Assert.Equal("organization.exists", Code(new AddOrganization(Samples.Someone(8), _content with { Kind = OrganizationKind.Other })));
        Assert.Equal("organization.unknown", new Organization().Try(new AddOrganization(Samples.Someone(8), _content with { Name = "Autre" }), _id, Samples.Noon).Refusals.Single().Code);
        Assert.Equal("organization.name-missing", new Organization().Try(new AddOrganization(Samples.Someone(8), _content with { Name = "***" }), _id, Samples.Noon).Refusals.Single().Code);
    }

    [Fact]
    public void keeps_nobody_who_added_it() => Assert.DoesNotContain(Samples.Someone(7).Id.ToString(), System.Text.Json.JsonSerializer.Serialize(_added, GrainJson.Options), StringComparison.Ordinal);

    [Fact]
    public void is_corrected_by_whoever_saw_what_it_says()
    {
        var corrected = _added.Try(new CorrectOrganization(Samples.Executive, 1, _content with { Name = "Le Grand Envol" }), _id, Samples.Noon).Value!;

        Assert.Equal(("Le Grand Envol", 2, _id), (corrected.Content.Name, corrected.Version, corrected.Id));
        Assert.Equal("organization.stale", corrected.Try(new CorrectOrganization(Samples.Executive, 1, _content), _id, Samples.Noon).Refusals.Single().Code);
        Assert.Equal("organization.unknown", new Organization().Try(new CorrectOrganization(Samples.Executive, 1, _content), _id, Samples.Noon).Refusals.Single().Code);
    }

    [Fact]
    public void is_seen_by_the_executive_alone_once_it_is_taken_away_and_can_be_put_back()
    {
        var gone = _added.Try(new TakeAwayOrganization(Samples.Executive), _id, Samples.Noon).Value!;

        Assert.Equal((true, false), (gone.IsSeenBy(Samples.Executive), gone.IsSeenBy(Samples.Someone(7))));
        Assert.Equal("organization.taken-away", gone.Try(new AddOrganization(Samples.Someone(8), _content), _id, Samples.Noon).Refusals.Single().Code);
        Assert.True(gone.Try(new PutBackOrganization(Samples.Executive), _id, Samples.Noon).Value!.IsSeenBy(Samples.Someone(7)));
        Assert.False(new Organization().IsSeenBy(Samples.Executive));
    }

    private static string Code<T>(T operation) where T : IOperation<Organization> => _added.Try(operation, _id, Samples.Noon).Refusals.Single().Code;

    private static IEnumerable<string> Try(string operation, Actor who) => (operation switch
    {
        nameof(AddOrganization) => new Organization().Try(new AddOrganization(who, _content), _id, Samples.Noon),
        nameof(CorrectOrganization) => _added.Try(new CorrectOrganization(who, 1, _content with { Region = "" }), _id, Samples.Noon),
        nameof(PutBackOrganization) => _added.Try(new PutBackOrganization(who), _id, Samples.Noon),
        _ => _added.Try(new TakeAwayOrganization(who), _id, Samples.Noon),
    }).Refusals.Select(r => r.Code);
}
