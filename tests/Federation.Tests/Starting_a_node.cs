using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace RecoveryCoP.Federation.Tests;

/// <summary>What a program says, and that it does nothing, when it cannot or must not start.</summary>
public sealed class Starting_a_node : IDisposable
{
    // On a busy machine Orleans says that something took long, and is right.
    private const string Alarm = @"(warn|fail|crit): (?!Orleans\.Runtime\.Scheduler)";

    private readonly TemporaryFolder _folder = new();
    private readonly string _address = $"http://127.0.0.1:{FreePorts.Take()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task on_a_folder_that_another_process_holds_is_refused_and_says_who_holds_it()
    {
        await using var first = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address]);
        await first.Answers(new Uri(_address), Cancel);

        var second = await Run("--listen", $"http://127.0.0.1:{FreePorts.Take()}");

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"is in use by process {first.Id} since", second.Error, StringComparison.Ordinal);
        await first.Answers(new Uri(_address), Cancel);
        Assert.Equal(0, (await first.Stop(Cancel)).ExitCode);
    }

    [Theory]
    [InlineData(NodeProcess.Chapter, "Échange tout de suite avec le carrefour, et dit ce qui s’est passé", "Exchanges everything with the hub now, and says what happened")]
    [InlineData(NodeProcess.Hub, "Fait un code avec lequel une communauté peut s’inscrire", "Makes a code with which one community can enrol")]
    public async Task is_explained_in_both_languages(string program, string french, string english)
    {
        await using var asked = NodeProcess.Start(program, ["--help"]);

        var told = string.Join(' ', (await asked.Process.Ended(Cancel)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(french, told, StringComparison.Ordinal);
        Assert.Contains(english, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task on_an_address_that_is_taken_is_refused_and_says_which()
    {
        await using var first = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Folder("first"), "--listen", _address]);
        await first.Answers(new Uri(_address), Cancel);

        var second = await Run("--listen", _address);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"{_address}: address already in use. Stop what listens there", second.Error, StringComparison.Ordinal);
        IsOneLineInEachLanguage(second);
        Assert.Equal(0, (await first.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task that_is_tied_to_its_input_lasts_as_long_as_whoever_started_it()
    {
        await using var tied = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address, "--set", "Node:EndsWithInput=true"]);
        await tied.Answers(new Uri(_address), Cancel);
        await tied.Process.Type("Only the end counts.", Cancel);
        await tied.Answers(new Uri(_address), Cancel);

        tied.Process.EndInput();

        Assert.Equal(0, (await tied.Process.Ended(Cancel)).ExitCode);
    }

    [Fact]
    public async Task that_is_not_goes_on_without_it()
    {
        await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address]);
        node.Process.EndInput();

        await node.Answers(new Uri(_address), Cancel);

        Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
    }

    [Fact]
    public async Task that_is_asked_whether_it_is_ready_reads_and_writes_nothing()
    {
        await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address]);
        await node.Answers(new Uri(_address), Cancel);
        await using var database = new SqliteConnection($"Data Source={_folder.File("node.db")};Mode=ReadOnly;Pooling=False");
        var before = await database.ExecuteScalarAsync<long>("pragma data_version");
        using var client = new HttpClient { BaseAddress = new Uri(_address) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancel)));

        Assert.All(answers, answer => Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode));
        // It grows with every commit of another connection.
        Assert.Equal(before, await database.ExecuteScalarAsync<long>("pragma data_version"));
        Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task on_keys_without_their_database_is_refused_and_says_what_is_missing(bool isEmpty)
    {
        var founded = await Run(
            "init", "--name", "Entraide", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        Assert.True(founded.ExitCode == 0, founded.Output + founded.Error);
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "node.db*"))
        {
            File.Delete(file);
        }

        if (isEmpty)
        {
            await File.WriteAllBytesAsync(_folder.File("node.db"), [], Cancel);
        }

        var said = await Run("--listen", _address);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains($"The database {_folder.File("node.db")} is missing or empty", said.Error, StringComparison.Ordinal);
        Assert.Equal(isEmpty, File.Exists(_folder.File("node.db")));
    }

    [Fact]
    public async Task on_a_database_that_was_in_use_without_its_log_is_refused_until_somebody_says_that_it_is_lost()
    {
        await using (var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address]))
        {
            await node.Answers(new Uri(_address), Cancel);
            await node.Kill();
        }

        File.Move(_folder.File("node.db-wal"), _folder.File("elsewhere"));
        File.Delete(_folder.File("node.db-shm"));
        var refused = await Run("--listen", _address);
        Assert.Equal((1, false), (refused.ExitCode, File.Exists(_folder.File("node.db-wal"))));
        Assert.Contains($"{_folder.File("node.db-wal")} is missing", refused.Error, StringComparison.Ordinal);

        File.Move(_folder.File("elsewhere"), _folder.File("node.db-wal"));
        await StartsAndStops();
        await StartsAndStops(); // a node that stopped in good order has no log to miss

        await using (var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address]))
        {
            await node.Answers(new Uri(_address), Cancel);
            await node.Kill();
        }

        File.Delete(_folder.File("node.db-wal"));
        await StartsAndStops("--set", "Storage:AcceptLostLog=true");

        async Task StartsAndStops(params string[] more)
        {
            await using var node = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address, .. more]);
            await node.Answers(new Uri(_address), Cancel);
            Assert.Equal(0, (await node.Stop(Cancel)).ExitCode);
        }
    }

    [Fact]
    public async Task for_a_verb_where_there_is_none_is_refused_and_makes_none()
    {
        var mistyped = Path.Combine(_folder.Path, "chapitre");

        var said = await NodeProcess.Run(NodeProcess.Chapter, ["sign-in-link", "--address", "camille@example.org", "--data", mistyped], Cancel);

        Assert.Equal(1, said.ExitCode);
        Assert.StartsWith($"Il n’y a pas de serveur dans {mistyped}.", said.Error, StringComparison.Ordinal);
        Assert.Contains($"There is no node in {mistyped}.", said.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(mistyped));
    }

    [Fact]
    public async Task with_faulty_settings_tells_all_faults_with_their_keys()
    {
        var said = await Run(
            "--listen", "everywhere", "--set", "Storage:Engine=PostgreSql", "--set", "Sync:RetryMinimumSeconds=0", "--set", "SignIn:Nothing=1", "--set", "Weather:Sun=1");

        Assert.Equal(2, said.ExitCode);
        Assert.All(
            ["5 fautes", "5 faults", "Sync:RetryMinimumSeconds doit être de 1 à 3600 · must be from 1 to 3600", "Node:Listen", "Storage:ConnectionString", "Sync:RetryMinimumSeconds", "SignIn:Nothing", "Weather: "],
            part => Assert.Contains(part, said.Error, StringComparison.Ordinal));
        Assert.False(File.Exists(_folder.File("node.db")));
    }

    [Fact]
    public async Task to_die_for_a_test_is_refused_where_people_use_it()
    {
        var said = await Run("--listen", _address, "--set", "Node:PublicAddress=https://example.org", "--set", "Faults:CrashAt=push-replied-not-stored");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("Faults:CrashAt", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task on_the_database_of_a_newer_version_is_refused_and_leaves_it_as_it_is()
    {
        await using (var earlier = NodeProcess.Start(NodeProcess.Chapter, ["--data", _folder.Path, "--listen", _address]))
        {
            await earlier.Answers(new Uri(_address), Cancel);
            await earlier.Stop(Cancel);
        }

        await using var database = new SqliteConnection($"Data Source={_folder.File("node.db")};Pooling=False");
        await database.ExecuteAsync(
            "insert into schema_migration (feature, number, name, checksum, program, applied_at) values ('Practices', 999, 'later', 'x', '9.9.0', '2030-01-01T12:00:00Z')");
        var version = await database.ExecuteScalarAsync<long>("pragma data_version");

        var said = await Run("--listen", _address);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("Since January 1, 2030 this database has been that of a newer version of this program: 9.9.0 (Practices 999)", said.Error, StringComparison.Ordinal);
        Assert.Equal(version, await database.ExecuteScalarAsync<long>("pragma data_version"));
    }

    [Fact]
    public async Task that_cannot_be_says_in_one_line_of_each_language_what_where_and_what_to_do()
    {
        var file = _folder.File("letter.txt");
        await File.WriteAllTextAsync(file, "Chère Camille", Cancel);
        await File.WriteAllTextAsync(Path.Combine(_folder.Folder("broken"), "node.db"), new string('x', 4096), Cancel);
        await File.WriteAllTextAsync(Path.Combine(_folder.Folder("mistyped"), "settings.json"), "{ \"Node\": ", Cancel);

        await Says("est un fichier, et un serveur vit dans un dossier. Choisissez un dossier (--data).", 1, ["--data", file]);
        await Says("is a file, and a node lives in a folder. Choose a folder (--data).", 1, ["--data", file]);
        await Says("cannot be used: ", 1, ["--data", "/proc/recoverycop"]);
        await Says($"{_folder.File("broken", "node.db")} is damaged, or is no database", 1, ["--data", _folder.File("broken")]);
        await Says("settings.json ne peut pas être lu · cannot be read: ", 2, ["--data", _folder.File("mistyped")]);
        await Says("This machine does not have the address http://192.0.2.7:5080.", 1, ["--data", _folder.Folder("far"), "--listen", "http://192.0.2.7:5080", "--set", "Node:AllowPlainHttp=true"]);
        await Says("needs the system’s languages", 1, ["--data", _folder.Folder("dumb")], ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"));
        await Says(
            "PostgreSQL at 127.0.0.1:1 does not answer", 1,
            ["library", "--data", Path.GetDirectoryName(_folder.Folder("served", "keys"))!, "--set", "Storage:Engine=PostgreSql", "--set", "Storage:ConnectionString=Host=127.0.0.1;Port=1;Username=nobody"]);
    }

    [Fact]
    public async Task that_may_open_too_few_files_says_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere the limit is not looked at.");
        await using var node = ChildProcess.Start(
            "sh", ["-c", "ulimit -n 256; exec \"$@\"", "sh", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Repository.Program(NodeProcess.Chapter), "--data", _folder.Path]);

        var said = await node.Ended(Cancel);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("LimitNOFILE", said.Error, StringComparison.Ordinal);
        IsOneLineInEachLanguage(said);
    }

    [Fact]
    public async Task on_a_key_that_was_cut_is_refused_and_says_which()
    {
        var founded = await Run(
            "init", "--name", "Entraide", "--region", "05", "--person", "Camille", "--address", "camille@example.org", "--privacy-officer", "Direction", "--privacy-contact", "vie-privee@example.org");
        Assert.True(founded.ExitCode == 0, founded.Output + founded.Error);
        var key = Directory.EnumerateFiles(_folder.File("keys")).Single();
        await File.WriteAllBytesAsync(key, (await File.ReadAllBytesAsync(key, Cancel))[..20], Cancel);

        var said = await Run("--listen", _address);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains($"is damaged: its file in {_folder.File("keys")} cannot be read", said.Error, StringComparison.Ordinal);
        IsOneLineInEachLanguage(said);
    }

    [Fact]
    public async Task on_https_serves_with_the_certificate_that_the_settings_name_and_warns_of_nothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(_folder.File("tls.crt"), certificate.ExportCertificatePem(), Cancel);
        await File.WriteAllTextAsync(_folder.File("tls.key"), key.ExportPkcs8PrivateKeyPem(), Cancel);
        await File.WriteAllTextAsync(
            _folder.File("settings.json"), JsonSerializer.Serialize(new { Kestrel = new { Certificates = new { Default = new { Path = _folder.File("tls.crt") } } } }), Cancel);
        var address = _address.Replace("http:", "https:", StringComparison.Ordinal);

        await using var node = NodeProcess.Start(
            NodeProcess.Chapter,
            ["--data", _folder.Path, "--listen", address],
            new Dictionary<string, string?> { ["RECOVERYCOP_Kestrel__Certificates__Default__KeyPath"] = _folder.File("tls.key") });
        await node.Line(Regex.Escape(address), Cancel);
        using var browser = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown is X509Certificate2 { Thumbprint: var print } && print == certificate.Thumbprint },
        });
        using var page = await browser.GetAsync(new Uri($"{address}/fr/fonder"), Cancel);
        var ended = await node.Stop(Cancel);

        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(page.Headers.GetValues("Strict-Transport-Security")));
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Matches("^__Host-n.+; path=/; secure", cookie));
        // Its log: a line an event, with the time, and nothing that somebody would have to look into.
        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains(ended.Output.Split('\n'), line => Regex.IsMatch(line, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info: "));
        Assert.DoesNotMatch(Alarm, ended.Output);
    }

    private static async Task Says(string what, int exitCode, string[] arguments, (string Name, string Value)? environment = null)
    {
        var said = await NodeProcess.Run(NodeProcess.Chapter, arguments, Cancel, environment is var (name, value) ? new Dictionary<string, string?> { [name] = value } : null);

        Assert.True(said.ExitCode == exitCode && said.Error.Contains(what, StringComparison.Ordinal), $"{what} ({said.ExitCode})\n{said.Output}\n{said.Error}");
        IsOneLineInEachLanguage(said);
    }

    // Nothing else is said beside it, in the log neither.
    private static void IsOneLineInEachLanguage(Finished said)
    {
        Assert.Equal(2, said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length); // French first
        Assert.DoesNotContain("   at ", said.Output + said.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(Alarm, said.Output);
    }

    private Task<Finished> Run(params string[] arguments) => NodeProcess.Run(NodeProcess.Chapter, ["--data", _folder.Path, .. arguments], Cancel);
}
