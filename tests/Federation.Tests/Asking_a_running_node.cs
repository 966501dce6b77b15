using System.Text.RegularExpressions;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>Verbs of the command line while the node runs on the same folder: the node itself does them.</summary>
[Collection<OneNetwork>]
public sealed class Asking_a_running_node(FoundedNetwork founded)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task for_a_sign_in_link_gets_one_that_works_once()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await chapter.Start(Cancel);

        var said = await chapter.Run(Cancel, "sign-in-link", "--address", "camille@example.org");

        Assert.Equal(0, said.ExitCode);
        using var browser = new FormClient(chapter.Address);
        await browser.SignIn(said.Output.Trim(), Cancel);
        Assert.True((await browser.Open("/fr/pratiques/ecrire", Cancel)).Has("write"));
        using var another = new FormClient(chapter.Address);
        Assert.False((await another.Fill("/fr/entrer", "enter", Cancel, ("Key", said.Output.Trim()))).IsDone);
    }

    [Fact]
    public async Task for_somebody_it_does_not_know_or_to_be_founded_again_is_refused_in_words()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await chapter.Start(Cancel);

        var unknown = await chapter.Run(Cancel, "sign-in-link", "--address", "personne@example.org");
        var again = await chapter.Run(
            Cancel, "init", "--name", "Autre", "--region", "06", "--person", "Dominique", "--address", "d@example.org", "--privacy-officer", "x", "--privacy-contact", "y");

        Assert.Contains("Personne ici n’a cette adresse", unknown.Error, StringComparison.Ordinal);
        Assert.All([unknown, again], said =>
        {
            Assert.Equal(1, said.ExitCode);
            Assert.NotEqual("", said.Error.Trim());
            Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task how_it_is_or_looking_at_its_folder_says_the_same_and_changes_nothing()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await chapter.Start(Cancel);
        var running = await chapter.Run(Cancel, "doctor");
        await chapter.Stop(Cancel);
        var before = await File.ReadAllBytesAsync(Path.Combine(chapter.Folder, "node.db"), Cancel);

        var stopped = await chapter.Run(Cancel, "doctor");

        // No mail server is set: nobody can come in by a letter.
        Assert.All([running, stopped], said =>
        {
            Assert.Equal(1, said.ExitCode);
            Assert.Contains("✓ Base de données · Database", said.Output, StringComparison.Ordinal);
            Assert.Contains("✗ Envoi des courriels · Sending email", said.Output, StringComparison.Ordinal);
            Assert.Contains("! Qui peut entrer et gérer · Who can come in and manage", said.Output, StringComparison.Ordinal);
            Assert.Contains($"{chapter.Address}fr/envoi-des-courriels", said.Output, StringComparison.Ordinal);
        });
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(chapter.Folder, "node.db"), Cancel));

        chapter.Set("Mail__Host", "127.0.0.1");
        var well = await chapter.Run(Cancel, "doctor");
        Assert.True(well.ExitCode == 0, well.Error);
        Assert.Contains("! Envoi des courriels", well.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_take_the_community_back_reads_the_words_from_the_input_and_none_from_the_command_line()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await chapter.Start(Cancel);

        var typed = await chapter.Type("abeille abeille", Cancel, "recover");
        var told = await chapter.Run(Cancel, "recover", "--words", network.RecoveryWords[chapter]);
        var help = await chapter.Run(Cancel, "recover", "--help");

        Assert.Equal((1, 1), (typed.ExitCode, told.ExitCode));
        Assert.Contains("Ce ne sont pas les treize mots", typed.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Ce ne sont pas les treize mots", told.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--words", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_manages_access_or_looking_at_its_folder_says_who_and_at_which_address()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await chapter.Start(Cancel);
        var running = await chapter.Run(Cancel, "administrators");
        await chapter.Stop(Cancel);

        var stopped = await chapter.Run(Cancel, "administrators");

        Assert.Equal((0, 0), (running.ExitCode, stopped.ExitCode));
        Assert.Equal(running.Output, stopped.Output);
        Assert.StartsWith("camille@example.org  ", stopped.Output, StringComparison.Ordinal);
        Assert.Single(stopped.Output.Trim().Split('\n'));
    }

    [Fact]
    public async Task for_a_round_with_a_hub_that_is_away_and_then_back_says_how_it_went()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await chapter.Start(Cancel);

        var alone = await chapter.Run(Cancel, "sync");
        var stillAlone = await chapter.Run(Cancel, "sync");
        await network.Hub.Start(Cancel);
        var together = await chapter.Run(Cancel, "sync");

        Assert.All([alone, stillAlone], said =>
        {
            Assert.Equal(1, said.ExitCode);
            Assert.Contains("UNAVAILABLE", said.Error, StringComparison.Ordinal);
        });
        Assert.True(together.ExitCode == 0, together.Error);
        Assert.Contains("Sent: 0", together.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_is_a_hub_for_a_code_the_chapters_and_an_admission_is_all_that_an_operator_needs()
    {
        await using var network = await founded.Copy(Cancel);
        var newcomer = network.Chapters[0];
        await network.Start(Cancel);

        var code = await network.Hub.Run(Cancel, "enrolment-code", "--note", "Encore une fois");
        var enrolled = await newcomer.Run(Cancel, "enrol", "--code", code.Output.Trim(), "--hub", network.Hub.GrpcAddress.ToString());
        var listed = await network.Hub.Run(Cancel, "chapters");
        var words = Regex.Match(enrolled.Output, "Six words of this chapter: (.+)").Groups[1].Value.Trim();
        var again = await network.Hub.Run(Cancel, "admit", "--words", words);
        var nobody = await network.Hub.Run(Cancel, "admit", "--words", "abeille abeille abeille abeille abeille abeille");

        Assert.Equal([0, 0, 0, 1, 1], [code.ExitCode, enrolled.ExitCode, listed.ExitCode, again.ExitCode, nobody.ExitCode]);
        Assert.Contains($"six words  {words}", listed.Output, StringComparison.Ordinal);
        Assert.Contains("no longer waiting", again.Error, StringComparison.Ordinal);
        Assert.Contains("admit nobody", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task for_its_library_says_how_many_practices_of_each_node_can_be_read()
    {
        await using var network = await founded.Copy(Cancel);
        await network.Start(Cancel);

        var libraries = await Task.WhenAll(network.All.Select(node => node.Run(Cancel, "library")));

        Assert.All(libraries, library => Assert.Equal(3, Regex.Count(library.Output, "(?m)^ +0  [a-z2-7]{32}  Communauté ")));
    }
}
