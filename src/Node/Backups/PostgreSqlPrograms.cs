using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Backups;

/// <summary>PostgreSQL's own programs: nobody else knows as well what belongs into a copy of a database.</summary>
/// <param name="folder">Where they are; empty for wherever the system finds programs.</param>
/// <param name="connectionString">Which database.</param>
internal sealed partial class PostgreSqlPrograms(string folder, string connectionString)
{
    private const string Dump = "pg_dump", Restore = "pg_restore";

    /// <summary>Writes a copy of the database as it is in a snapshot.</summary>
    public async Task Copy(string snapshot, int serverVersion, string file, CancellationToken cancellationToken)
    {
        await DemandVersion(Dump, serverVersion, cancellationToken);
        await Run(Dump, ["--format=custom", "--no-owner", "--no-privileges", $"--snapshot={snapshot}", $"--file={file}"], cancellationToken);
    }

    /// <summary>Fills an empty database with a copy: all of it, or nothing.</summary>
    public async Task Fill(string file, CancellationToken cancellationToken) =>
        await Run(Restore, ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", file], cancellationToken);

    /// <summary>How many rows a copy has for every table; reads all of it, and needs no server.</summary>
    public async Task<SortedDictionary<string, long>> Count(string file, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var table = "";
        await Run(
            Restore,
            ["--file=-", file],
            cancellationToken,
            line =>
            {
                if (table.Length > 0)
                {
                    _ = line == "\\." ? table = "" : (object)rows[table]++;
                }
                else if (CopyStatement().Match(line) is { Success: true } copy)
                {
                    table = copy.Groups[1].Value;
                    rows[table] = 0;
                }
            });
        return rows;
    }

    private async Task DemandVersion(string program, int serverVersion, CancellationToken cancellationToken)
    {
        var said = "";
        await Run(program, ["--version"], cancellationToken, line => said += line);
        if (Version().Match(said) is { Success: true } version && int.Parse(version.Value, CultureInfo.InvariantCulture) < serverVersion)
        {
            throw new BackupRefusedException(Refusal.Of("backup.program-older", "", program, version.Value, serverVersion));
        }
    }

    private async Task Run(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken, Action<string>? hear = null)
    {
        using var process = Start(program, arguments);
        using var stop = cancellationToken.Register(() => process.Kill());
        process.StandardInput.Close();
        var complaint = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            hear?.Invoke(line);
        }

        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
        {
            // Its own words, in one line: they name tables and servers, no contents.
            throw new BackupRefusedException(Refusal.Of("backup.program-failed", "", program, (await complaint).Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first : ""));
        }
    }

    private Process Start(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, program), arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment(new NpgsqlConnectionStringBuilder(connectionString)))
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new BackupRefusedException(Refusal.Of("backup.program-missing", "", program));
        }
    }

    // By the environment, where other accounts of the machine do not see a password as they see arguments.
    private static IEnumerable<(string, string)> Environment(NpgsqlConnectionStringBuilder names) => new[]
    {
        ("PGHOST", names.Host), ("PGPORT", names.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", names.Username), ("PGPASSWORD", names.Password),
        ("PGPASSFILE", names.Passfile), ("PGDATABASE", names.Database), ("PGSSLROOTCERT", names.RootCertificate), ("PGSSLCERT", names.SslCertificate), ("PGSSLKEY", names.SslKey),
        ("PGSSLMODE", names.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
        ("LC_ALL", "C"),
    }.Where(pair => !string.IsNullOrEmpty(pair.Item2)).Select(pair => (pair.Item1, pair.Item2!));

    [GeneratedRegex("""^COPY (?:"?[^" .]+"?\.)?"?([^" ]+)"? .*FROM stdin;$""")]
    private static partial Regex CopyStatement();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Version();
}
