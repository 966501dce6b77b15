using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using RecoveryCoP.Federation.Tests.Harness;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Federation.Tests;

/// <summary>The program as a process: <c>init</c> with an answers file, and nobody who answers.</summary>
public sealed class Founding_with_one_command : IDisposable
{
    private const string ChangeMadeNotNoted = "template-change-made-not-noted";
    private const int LeftFree = 700_000;

    private readonly TemporaryFolder _folder = new();
    private readonly string _address = $"http://127.0.0.1:{FreePorts.Take()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => _folder.File("chapter");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task makes_a_chapter_with_its_first_meeting_that_asks_a_hub_for_admission()
    {
        await using var hub = await FoundedHub();
        var code = await hub.Code();
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var done = await Run(["init", "--answers", Answers(("template", "built-in"), ("place", "Salle 2"), ("hub-code", code), ("hub-address", hub.Grpc))]);

        Assert.True(done.ExitCode == 0, done.Output + done.Error);
        TestContext.Current.TestOutputHelper!.WriteLine($"One command: {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Matches("Recovery words\\s+(\\S+ ){12}\\S+", done.Output);
        Assert.Equal(("applied", "Pending", 1L), Kept());
        // Once more, it finds its work done.
        var again = await Run(["set-up", "--template", "built-in", "--place", "Salle 2"]);
        Assert.True(again.ExitCode == 0, again.Output + again.Error);
        Assert.Equal(("applied", "Pending", 1L), Kept());
    }

    [Fact]
    public async Task takes_what_the_hub_released_with_the_code_that_it_enrols_with()
    {
        await using var hub = await FoundedHub();
        string[] answers = ["init", "--answers", Answers(("template", "released"), ("place", "Salle 2"), ("hub-code", await hub.Code()), ("hub-address", hub.Grpc))];
        Assert.Contains("asked for when the community is set up", (await Run([.. answers, "--dry-run"])).Output, StringComparison.Ordinal);

        // Founded it is, and what a hub has not released it cannot have.
        Assert.Contains("released no template", (await Refused(answers)).Error, StringComparison.Ordinal);
        Assert.Equal(("", null, 0L), Kept());

        await hub.Release("estrie");
        Assert.Contains("no template of a hub", (await Refused(["set-up", "--template", "released=montreal", .. answers[1..]])).Error, StringComparison.Ordinal);
        await hub.Release("gaspesie");
        Assert.Contains("released=estrie, released=gaspesie", (await Refused(["set-up", .. answers[1..]])).Error, StringComparison.Ordinal);
        var done = await Run(["set-up", "--template", "released=estrie", .. answers[1..]]);

        Assert.True(done.ExitCode == 0, done.Output + done.Error);
        Assert.Equal(("applied", "Pending", 1L), Kept());
        Assert.StartsWith("estrie ", (await Run(["template-status"])).Output, StringComparison.Ordinal);
        // A newer version is an upgrade, and no part of setting up.
        await hub.Release("estrie", 1);
        Assert.Equal(0, (await Run(["set-up", "--template", "released=estrie", .. answers[1..]])).ExitCode);
        Assert.Equal(("applied", "Pending", 1L), Kept());
    }

    [Fact]
    public async Task makes_nothing_when_it_is_a_dry_run_or_when_anything_is_wrong()
    {
        var dry = await Run(["init", "--dry-run", "--answers", Answers(("template", "built-in"), ("place", "Salle 2"))]);
        Assert.True(dry.ExitCode == 0, dry.Output + dry.Error);
        Assert.Contains("Une première fois", dry.Output, StringComparison.Ordinal);
        Assert.Contains("A first time", dry.Output, StringComparison.Ordinal);

        Assert.Contains("couleur", (await Refused("init", "--answers", Answers(("couleur", "bleu")))).Error, StringComparison.Ordinal);
        var wrong = await Refused("init", "--answers", Answers(("region", "99"), ("template", "built-in"), ("first-date", "2020-01-01"), ("hub-code", "x")));
        Assert.All((string[])["--region", "--first-date", "--place", "--hub-code"], option => Assert.Contains(option, wrong.Error, StringComparison.Ordinal));
        Assert.Contains("--template", (await Refused("init", "--answers", Answers(("template", "/nowhere")))).Error, StringComparison.Ordinal);
        Assert.Contains("64", (await Refused("init", "--answers", Answers(("contact", new string('a', 70_000))))).Error, StringComparison.Ordinal);
        Assert.Contains("answers file is not there", (await Refused("init", "--answers", "/nowhere.json")).Error, StringComparison.Ordinal);

        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task takes_the_example_of_the_guide()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "stewards.md"), Cancel);
        var file = _folder.File("example.json");
        await File.WriteAllTextAsync(file, Regex.Match(guide, "```json\n(.+?)```", RegexOptions.Singleline).Groups[1].Value, Cancel);

        var dry = await Run(["init", "--dry-run", "--answers", file]);

        Assert.True(dry.ExitCode == 0, dry.Output + dry.Error);
        Assert.Contains("Maison de quartier, salle 2", dry.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public async Task goes_on_after_it_was_killed_and_ends_as_if_nothing_had_been(int pass)
    {
        var whole = _folder.File("whole");
        Assert.Equal(0, (await NodeProcess.Run(NodeProcess.Chapter, ["init", "--answers", Answers(("template", "built-in"), ("place", "Salle 2")), "--data", whole, "--listen", _address], Cancel)).ExitCode);

        var killed = await Run(["init", "--answers", Answers(("template", "built-in"), ("place", "Salle 2")), "--set", $"Faults:CrashAt={ChangeMadeNotNoted}", "--set", $"Faults:CrashOnPass={pass}"]);
        Assert.True(killed.ExitCode == 128 + 9, killed.Output + killed.Error);
        // What cannot be printed twice was printed before.
        Assert.Matches("Recovery words\\s+(\\S+ ){12}\\S+", killed.Output);
        await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", Data, "--listen", _address]);
        await node.Answers(new Uri(_address), Cancel);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (Kept().Run != "applied")
        {
            await tick.WaitForNextTickAsync(Cancel);
        }

        Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
        Assert.Equal(Things(whole), Things(Data));
    }

    [Fact]
    public async Task says_on_a_full_disk_that_it_is_and_goes_on_when_there_is_room()
    {
        var whole = _folder.File("whole");
        Assert.Equal(0, (await NodeProcess.Run(NodeProcess.Chapter, ["init", "--answers", Answers(("template", "built-in"), ("place", "Salle 2")), "--data", whole, "--listen", _address], Cancel)).ExitCode);
        Assert.Equal(0, (await Run(["init", "--answers", Answers()])).ExitCode);
        await using var disk = await SmallDisk.Under(Data, "24m", Cancel);
        disk.FillUpTo(LeftFree);
        string[] setUp = ["set-up", "--template", "built-in", "--place", "Salle 2", "--set", "Storage:LowDiskMebibytes=0"]; // until nothing goes any more

        var refused = await Refused(setUp);

        Assert.Contains("is full", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Output + refused.Error, StringComparison.Ordinal);
        Assert.NotEqual("applied", Kept().Run);

        disk.MakeRoom();
        var done = await Run(setUp);
        Assert.True(done.ExitCode == 0, done.Output + done.Error);
        Assert.Equal(("applied", null, 1L), Kept());
        Assert.Equal(Things(whole), Things(Data));
    }

    private async Task<Finished> Refused(params string[] arguments)
    {
        var refused = await Run(arguments);
        Assert.True(refused.ExitCode == 1, refused.Output + refused.Error);
        return refused;
    }

    private Task<Finished> Run(string[] arguments) => NodeProcess.Run(NodeProcess.Chapter, [.. arguments, "--data", Data, "--listen", _address], Cancel);

    private string Answers(params (string Name, string Value)[] more)
    {
        var answers = new Dictionary<string, string>
        {
            ["name"] = "CdP Rétablissement Estrie", ["region"] = "05", ["person"] = "Camille", ["address"] = "camille@example.org", ["privacy-officer"] = "Secrétariat", ["privacy-contact"] = "vie-privee@example.org",
        };
        foreach (var (name, value) in more)
        {
            answers[name] = value;
        }

        var file = _folder.File($"answers-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(answers));
        return file;
    }

    private async Task<LoneHub> FoundedHub()
    {
        var grpc = $"http://127.0.0.1:{FreePorts.Take()}";
        string[] there = ["--data", _folder.File("hub"), "--listen", $"http://127.0.0.1:{FreePorts.Take()}", "--set", $"Node:GrpcListen={grpc}"];
        var founded = await NodeProcess.Run(NodeProcess.Hub, ["init", "--name", "Carrefour", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org", .. there], Cancel);
        Assert.True(founded.ExitCode == 0, founded.Output + founded.Error);
        var hub = new LoneHub(NodeProcess.Start(NodeProcess.Hub, there), there, grpc, _folder);
        await hub.Process.Answers(new Uri(there[3]), Cancel);
        return hub;
    }

    private (string Run, string? Hub, long First) Kept()
    {
        using var database = Open(Data);
        return (
            database.QuerySingleOrDefault<string>("select json_extract(cast(state as text), '$.run.state') from grain_state where kind = 'installed-template'") ?? "",
            database.QuerySingleOrDefault<string>("select state from hub_link"),
            database.QuerySingle<long>("select count(*) from meeting where state = 'draft' and title like 'Une première fois%'"));
    }

    // What there is of each kind: ids differ from one chapter to another.
    private static IEnumerable<(string Kind, long Count)> Things(string folder)
    {
        using var database = Open(folder);
        return [.. database.Query<(string, long)>("select kind, count(*) from grain_state where kind <> 'founding-answers' group by kind order by kind")];
    }

    private static SqliteConnection Open(string folder) => new($"Data Source={Path.Combine(folder, "node.db")};Mode=ReadOnly;Pooling=False");

    /// <summary>A hub that runs, and its command line.</summary>
    private sealed record LoneHub(NodeProcess Process, string[] There, string Grpc, TemporaryFolder Folder) : IAsyncDisposable
    {
        public async Task<string> Code() => (await Do("enrolment-code")).Trim();

        /// <summary>Releases what comes with the program under a name of its own.</summary>
        public async Task Release(string id, int version = 0)
        {
            var (head, items) = (BuiltInTemplate.Template.Head, BuiltInTemplate.Template.Items);
            var zip = Folder.File($"{id}-{version}.zip");
            await File.WriteAllBytesAsync(zip, TemplateWriter.ToZip(new(head with { Id = id, Version = new(head.Version.Major + version, 0, 0) }, items)), Cancel);
            await Do("template-release", zip);
        }

        public ValueTask DisposeAsync() => Process.DisposeAsync();

        private async Task<string> Do(params string[] arguments)
        {
            var end = await NodeProcess.Run(NodeProcess.Hub, [.. arguments, .. There], Cancel);
            Assert.True(end.ExitCode == 0, end.Output + end.Error);
            return end.Output;
        }
    }
}
