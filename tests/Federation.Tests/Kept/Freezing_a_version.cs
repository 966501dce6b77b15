using System.Text.RegularExpressions;
using RecoveryCoP.Federation.Tests.Harness;

namespace RecoveryCoP.Federation.Tests.Kept;

/// <summary>
/// What is done once before a release that changes the schema: its steps are written down (<see cref="FrozenSteps"/>), and a community of the samples and its hub are kept,
/// on both engines (<see cref="KeptNode"/>). A version has the number of its steps.
/// <code>RECOVERYCOP_FREEZE=1 dotnet run --project tests/Federation.Tests -- -explicit only -class '*Freezing_a_version'</code>
/// </summary>
public sealed class Freezing_a_version(PostgresServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task writes_down_its_steps_and_keeps_a_community_and_its_hub()
    {
        var version = Seed.Told("RECOVERYCOP_FREEZE") ?? throw new InvalidOperationException("Say which: RECOVERYCOP_FREEZE=1");
        Assert.True(FrozenSteps.Versions.All(there => there <= version), "There is a later version: communities run on this one.");
        FrozenSteps.Freeze(version);
        await Keep(version, "sqlite", () => Task.FromResult<string?>(null));
        await Keep(version, "postgresql", async () => await server.CreateDatabase(Cancel));
    }

    private static async Task Keep(int version, string engine, Func<Task<string?>> database)
    {
        using var folder = new TemporaryFolder();
        await using var hub = await Node.Of(NodeProcess.Hub, folder.Folder("hub"), await database());
        await using var chapter = await Node.Of(NodeProcess.Chapter, folder.Folder("chapter"), await database());
        await hub.Run("init", "--name", "Carrefour du rétablissement", "--name-en", "Recovery hub", "--region", "03", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        await chapter.Run("init", "--sample", Path.Combine(Repository.Root, "deploy", "SampleChapters", "Samples", "gaspesie"));
        await hub.Start();
        await chapter.Run("enrol", "--code", (await hub.Run("enrolment-code", "--note", "Gaspésie")).Trim(), "--hub", hub.Calls);
        await hub.Run("admit", "--words", Regex.Match(await hub.Run("chapters"), @"six words\s+(.+)").Groups[1].Value.Trim());
        var said = "";
        await Patiently.Until(
            async () =>
            {
                await chapter.Run("sync");
                return Regex.IsMatch(said = await hub.Run("library"), @"[1-9]\d*");
            },
            () => said,
            Cancel);
        await hub.Stop();
        await new KeptNode(version, "hub", engine).Keep(hub.Folder, hub.Database, Cancel);
        await new KeptNode(version, "chapter", engine).Keep(chapter.Folder, chapter.Database, Cancel);
    }

    private sealed class Node(string program, string folder, string? database, Ports ports) : IAsyncDisposable
    {
        private NodeProcess? _process;

        public string Folder => folder;

        public string? Database => database;

        public string Calls => $"http://127.0.0.1:{ports.Grpc}";

        public static Task<Node> Of(string program, string folder, string? database) => Task.FromResult(new Node(program, folder, database, Ports.Take(NodeProcess.Hub)));

        public async Task<string> Run(params string[] arguments)
        {
            var done = await NodeProcess.Run(program == NodeProcess.Chapter ? NodeProcess.Sample : program, [.. arguments, .. Where], Cancel, Environment);
            Assert.True(done.ExitCode == 0, done.Output + done.Error);
            return done.Output;
        }

        public async Task Start()
        {
            _process = NodeProcess.Start(program, Where, Environment);
            await _process.Answers(new Uri($"http://127.0.0.1:{ports.Web}"), Cancel);
        }

        public async Task Stop() => Assert.Equal(0, (await _process!.Stop(Cancel)).ExitCode);

        public async ValueTask DisposeAsync()
        {
            if (_process is not null)
            {
                await _process.DisposeAsync();
            }
        }

        private string[] Where => ["--data", folder, "--listen", $"http://127.0.0.1:{ports.Web}", .. program == NodeProcess.Hub ? new[] { "--set", $"Node:GrpcListen={Calls}" } : []];

        private Dictionary<string, string?> Environment => KeptNode.Settings(database).ToDictionary(setting => "RECOVERYCOP_" + setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
    }
}
