using System.Net;
using AngleSharp.Html.Dom;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests;

/// <summary>A running chapter whose disk is a small one.</summary>
[Collection<OneNetwork>]
public sealed class A_chapter_on_a_full_disk(FoundedNetwork founded)
{
    private const string DiskSize = "24m";
    private const int LeftFree = 1_000_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task says_so_keeps_what_was_acknowledged_and_goes_on_when_there_is_room()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await using var disk = await SmallDisk.Under(chapter.Folder, DiskSize, Cancel);
        chapter.Set("Storage__LowDiskMebibytes", "0"); // until nothing goes any more
        var browser = network.Browsers[chapter];
        await chapter.Start(Cancel);
        disk.FillUpTo(LeftFree);

        var written = new List<string>();
        Answer answer;
        var text = "";
        do
        {
            text = $"{written.Count} {new string((char)('a' + (written.Count % 26)), 60_000)}";
            answer = await Save(browser, written.Count, text);
            if (answer.IsDone)
            {
                written.Add(answer.Location);
            }
        }
        while (answer.IsDone);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("le disque de ce serveur est plein", answer.Words, StringComparison.Ordinal);
        Assert.Equal(text, answer.Page.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Single(area => area.Name == "Text").Value);
        Assert.NotEmpty(written);

        disk.MakeRoom();
        Assert.True((await browser.Send("/fr/pratiques/ecrire", answer, "write", Cancel)).IsDone);
        foreach (var (number, place) in written.Index())
        {
            Assert.Contains($"Titre {number}", (await browser.Open(place, Cancel)).Words, StringComparison.Ordinal);
        }

        await chapter.Process.Line("node.db is back after", Cancel);
        await chapter.Stop(Cancel);
        Assert.DoesNotContain("   at ", chapter.Process.Process.Output, StringComparison.Ordinal);
        Assert.Single(chapter.Process.Process.Output.Split('\n'), line => line.Contains("is full. Make room there.", StringComparison.Ordinal));
        var state = chapter.Read();
        Assert.Equal("ok", state.Integrity);
        Assert.Equal(written.Count + 1, state.OwnPractices.Count);
        Assert.All(state.OwnPractices, practice => Assert.All(practice.TextHashes, hash => Assert.True(state.Texts.ContainsKey(hash))));
    }

    [Fact]
    public async Task does_not_say_that_it_has_received_everything_and_receives_it_when_there_is_room()
    {
        await using var network = await founded.Copy(Cancel);
        var (reader, writer) = (network.Chapters[0], network.Chapters[1]);
        await using var disk = await SmallDisk.Under(reader.Folder, DiskSize, Cancel);
        reader.Set("Storage__LowDiskMebibytes", "0");
        await network.Start(Cancel);
        await network.Agree(Cancel);
        disk.FillUpTo(0);

        var author = new Author(writer, network.Browsers[writer], new Random(27));
        for (var number = 0; number < 10; number++)
        {
            await author.WriteAndShare(Cancel);
        }

        var page = "";
        await reader.Until(
            async () => (page = (await network.Browsers[reader].Open("/fr/reseau", Cancel)).Words).Contains("Ce serveur ne peut pas écrire dans sa base de données", StringComparison.Ordinal), Cancel);
        Assert.DoesNotContain("a tout reçu", page, StringComparison.Ordinal);

        disk.MakeRoom();
        await network.Agree(Cancel);
        await reader.Until(async () => (await network.Browsers[reader].Open("/fr/reseau", Cancel)).Words.Contains("a tout reçu", StringComparison.Ordinal), Cancel);
    }

    [Fact]
    public async Task makes_no_backup_says_so_and_goes_on_serving()
    {
        await using var network = await founded.Copy(Cancel);
        var chapter = network.Chapters[0];
        await using var disk = await SmallDisk.Under(chapter.Folder, DiskSize, Cancel);
        chapter.Set("Storage__LowDiskMebibytes", "0"); // until nothing goes any more
        await chapter.Start(Cancel);
        // Enough for the note that it failed, too little for a copy of the database.
        disk.FillUpTo(LeftFree / 2);

        var refused = await chapter.Run(Cancel, "backup");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("There is not enough room on the disk", refused.Error, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await network.Browsers[chapter].Open("/fr/pratiques", Cancel)).Status);
        Assert.False(Directory.Exists(Path.Combine(chapter.Folder, "backup-work")));
        Assert.Contains("La dernière sauvegarde n’a pas réussi.", (await network.Browsers[chapter].Open("/fr/sauvegardes", Cancel)).Words, StringComparison.Ordinal);

        disk.MakeRoom();
        Assert.Equal(0, (await chapter.Run(Cancel, "backup")).ExitCode);
        Assert.DoesNotContain("n’a pas réussi", (await network.Browsers[chapter].Open("/fr/sauvegardes", Cancel)).Words, StringComparison.Ordinal);
        await chapter.Stop(Cancel);
    }

    [Fact]
    public async Task that_is_nearly_full_writes_and_fetches_nothing_more_in_words_lets_people_leave_and_goes_on_when_there_is_room()
    {
        await using var network = await founded.Copy(Cancel);
        var (chapter, writer) = (network.Chapters[0], network.Chapters[1]);
        await using var disk = await SmallDisk.Under(chapter.Folder, DiskSize, Cancel);
        chapter.Set("Storage__LowDiskMebibytes", "5");
        var browser = network.Browsers[chapter];
        await network.Start(Cancel);
        await network.Agree(Cancel);
        var kept = await Save(browser, 1, new string('a', 5000));
        Assert.True(kept.IsDone);
        disk.FillUpTo(3_000_000);

        await chapter.Process.Line("nothing that takes room is written", Cancel);
        var refused = await Save(browser, 2, new string('b', 5000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("il reste trop peu d’espace sur le disque", refused.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await browser.Ask(kept.Location, Cancel));
        Assert.Contains("Espace sur le disque", (await browser.Open("/fr/etat-du-serveur", Cancel)).Words, StringComparison.Ordinal);
        Assert.Equal("ready disk", string.Join(' ', (await browser.Open("/readyz", Cancel)).Words.Split()));
        var author = new Author(writer, network.Browsers[writer], new Random(27));
        await author.WriteAndShare(Cancel);
        await chapter.Until(async () => (await browser.Open("/fr/reseau", Cancel)).Words.Contains("trop peu d’espace", StringComparison.Ordinal), Cancel);
        Assert.Contains("There is not enough room on the disk", (await chapter.Run(Cancel, "backup")).Error, StringComparison.Ordinal);

        disk.MakeRoom();
        await chapter.Process.Line("has room again", Cancel);
        Assert.True((await browser.Send("/fr/pratiques/ecrire", refused, "write", Cancel)).IsDone);
        await network.Agree(Cancel);
        await chapter.Stop(Cancel);
        Assert.Single(chapter.Process.Process.Output.Split('\n'), line => line.Contains("nothing that takes room is written", StringComparison.Ordinal));
        Assert.Single(chapter.Process.Process.Output.Split('\n'), line => line.Contains("has room again", StringComparison.Ordinal));
    }

    private static Task<Answer> Save(FormClient browser, int number, string text) =>
        browser.Fill("/fr/pratiques/ecrire", "write", Cancel, ("Title", $"Titre {number}"), ("Text", text));
}
