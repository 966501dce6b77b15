using System.Xml.Linq;

namespace RecoveryCoP.Node.Tests.Structure;

public sealed class The_projects
{
    // Who may know whom: ARCHITECTURE.md.
    [Theory]
    [InlineData("src/Protos/Protos.csproj")]
    [InlineData("src/Node/Node.csproj", "Protos")]
    [InlineData("src/Chapter/Chapter.csproj", "Node", "Protos")]
    [InlineData("src/Hub/Hub.csproj", "Node", "Protos")]
    public void know_only_whom_they_may(string project, params string[] allowed) =>
        Assert.Empty(Sources.ReferencesOf(project).Except(allowed));

    [Fact]
    public void that_the_demo_starts_are_built_for_it_and_their_types_unknown_to_it() => Assert.All(
        XDocument.Parse(Sources.Read("deploy/Demo/Demo.csproj")).Descendants("ProjectReference"),
        reference => Assert.Equal("false", reference.Attribute("ReferenceOutputAssembly")?.Value));

    [Fact]
    public void of_the_product_are_these_four() =>
        Assert.Equal(
            ["src/Chapter/Chapter.csproj", "src/Hub/Hub.csproj", "src/Node/Node.csproj", "src/Protos/Protos.csproj"],
            Sources.Projects.Where(project => project.StartsWith("src/", StringComparison.Ordinal)));

    [Fact]
    public void are_all_in_the_solution()
    {
        var solution = Sources.Read(Repository.Solution).Replace('\\', '/');

        Assert.All(Sources.Projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void have_a_lock_file_each() =>
        Assert.All(Sources.Projects, project => Assert.Contains(Path.GetDirectoryName(project) + "/packages.lock.json", Sources.Files));

    // What a node is published with is what its lock file says: no compiler, and nothing that signs or seals letters.
    [Theory]
    [InlineData("src/Chapter")]
    [InlineData("src/Hub")]
    public void that_are_published_bring_nothing_that_a_server_never_uses(string project) => Assert.All(
        ["Microsoft.CodeAnalysis.Common", "Microsoft.CodeAnalysis.Workspaces.Common", "BouncyCastle.Cryptography", "System.Security.Cryptography.Pkcs"],
        package => Assert.DoesNotContain($"\"{package}\"", Sources.Read($"{project}/packages.lock.json"), StringComparison.OrdinalIgnoreCase));
}
