using RecoveryCoP.Hub.Names;
using RecoveryCoP.Node.Localization;

namespace RecoveryCoP.Hub.Tests.Names;

public sealed class The_skeleton_of_a_name
{
    [Theory]
    [InlineData("Communauté de l’Estrie", "COMMUNAUTE DE L'ESTRIE")]
    [InlineData("Communauté de l’Estrie", "Communauté  de\u00a0l’Estrie.")]
    [InlineData("Communauté de l’Estrie", "Соmmunаuté de l’Еstriе")]
    [InlineData("Communauté de l’Estrie", "Comrnunauté de l’Estrie")]
    [InlineData("Communauté de l’Estrie", "Communaut\u200bé de l’Estrie")]
    [InlineData("Entraide Laval", "Entraide LavaI")]
    [InlineData("Entraide Laval", "Entraide 𝐋𝐚𝐯𝐚𝐥")]
    [InlineData("Rétablissement 2010", "Rétablissement 2O1O")]
    [InlineData("Cœur de villeray", "Coeur de Villeray")]
    [InlineData("HOPE", "ΗΟΡΕ")]
    public void is_the_same_for_names_that_could_be_taken_for_each_other(string name, string like) => Assert.Equal(NameSkeleton.Of(name), NameSkeleton.Of(like));

    [Theory]
    [InlineData("Communauté de l’Estrie", "Communauté de l’Outaouais")]
    [InlineData("Communauté de Montréal", "Communauté de Montréal-Nord")]
    [InlineData("Rétablissement 1", "Rétablissement 2")]
    public void differs_for_others(string name, string other) => Assert.NotEqual(NameSkeleton.Of(name), NameSkeleton.Of(other));

    [Theory]
    [InlineData("Communauté n° 7", true)]
    [InlineData("ᓄᓇᕕᒃ", false)]
    [InlineData("Fжrie", false)]
    [InlineData("— …", false)]
    public void says_whether_it_can_be_compared(string name, bool can) => Assert.Equal(can, NameSkeleton.IsComparable(NameSkeleton.Of(name)));

    [Fact]
    public void is_compared_side_by_side_and_never_with_ones_own()
    {
        NamedNode north = new("a", new("Espoir du Nord", "Northern Hope")), own = new("b", new("Espoir du Sud", null));

        Assert.Same(north, Likeness.Find(new("c", new("Autre chose", "Espoir du nord")), [own, north])!.With);
        Assert.Null(Likeness.Find(own with { Name = new("ESPOIR DU SUD", "") }, [own, north]));
    }
}
