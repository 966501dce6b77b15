using System.Text.RegularExpressions;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Structure;

/// <summary>The steps that make the tables, of which those of a release are frozen (tests/Kept).</summary>
public sealed partial class The_steps_of_the_schema
{
    [Fact]
    public void are_never_changed_once_a_release_has_applied_them()
    {
        var now = FrozenSteps.Now.ToDictionary(step => step.File, step => step.Checksum);

        Assert.All(FrozenSteps.Versions.SelectMany(FrozenSteps.Of), step => Assert.True(
            now.GetValueOrDefault(step.File) == step.Checksum,
            $"{step.File} was changed or is gone. Communities have applied it: put it back as it was, and never change it. Add a new file, with the next number (ARCHITECTURE.md, “Changing the schema”)."));
    }

    [Fact]
    public void have_a_number_above_all_frozen_ones_where_they_are_new()
    {
        var frozen = FrozenSteps.Versions.SelectMany(FrozenSteps.Of).ToList();

        Assert.All(FrozenSteps.Now.ExceptBy(frozen.Select(step => step.File), step => step.File), step => Assert.True(
            step.Number > frozen.Max(f => f.Number),
            $"{step.File} is new: give it a number above {frozen.Max(f => f.Number)}, whatever its feature has. Steps are applied in the order of their numbers, so an upgrade goes the way that a new database goes."));
    }

    // An older program names the version that it takes, and a backup the one that restores it: two schemas never have the same.
    [Fact]
    public void come_with_a_higher_version_of_the_program_where_they_are_new()
    {
        var frozen = FrozenSteps.Versions.SelectMany(FrozenSteps.Of).Select(step => step.File).ToHashSet();
        if (FrozenSteps.Now.Any(step => !frozen.Contains(step.File)))
        {
            Assert.True(Migrator.ProgramVersion > FrozenSteps.ProgramOf(FrozenSteps.Versions[^1]), "There are new steps: raise Version in Directory.Build.props.");
        }
    }

    // All of an upgrade is one transaction; these end it, or are not in it.
    [Fact]
    public void hold_nothing_that_a_transaction_cannot() =>
        Assert.All(FrozenSteps.Now, step => Assert.DoesNotMatch(Outside(), Comment().Replace(Sources.Read(step.File), "")));

    [GeneratedRegex(@"^\s*(?:pragma|vacuum|attach|detach|begin|commit|rollback|savepoint|release|reindex|cluster|alter system)\b(?=[^\n]*;)|\bconcurrently\b|\badd value\b", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Outside();

    [GeneratedRegex("--.*")]
    private static partial Regex Comment();
}
