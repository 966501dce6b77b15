using Npgsql;

namespace RecoveryCoP.Testing;

/// <summary>A throw-away PostgreSQL cluster and the small keeper process that owns it.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    // The keeper waits on its standard input, which closes when the test process ends, also when it is killed: then it stops the server at
    // once and removes the folder. What a keeper that was itself killed left behind is cleared by the next one of the same user.
    private const string Keeper = """
        trap '' INT TERM HUP
        bin=$1 root=$2 durable=$3 locale=$4
        for old in "${root%/*}"/recoverycop-postgres-*; do
          [ -O "$old" ] && [ -f "$old/keeper" ] && ! kill -0 "$(cat "$old/keeper")" 2>/dev/null || continue
          "$bin/pg_ctl" -D "$old/data" -m immediate stop >/dev/null 2>&1
          rm -rf "$old"
        done
        cd "$root" && echo $$ > keeper
        "$bin/initdb" -D data -U postgres -A trust -E UTF8 --locale="$locale" --no-sync >initdb.log 2>&1 &&
        "$bin/pg_ctl" -D data -l server.log -w start >start.log 2>&1 \
          -o "-c listen_addresses='' -c unix_socket_directories='$root' -c port=5432 -c fsync=$durable -c max_connections=400 -c shared_buffers=64MB" &&
        echo ready || cat initdb.log start.log server.log >&2
        cat >/dev/null
        "$bin/pg_ctl" -D data -m immediate -w stop >/dev/null 2>&1
        # Gigabytes, by the end of a long assembly: nobody waits for that.
        cd / && (rm -rf "$root" >/dev/null 2>&1 </dev/null &)
        """;

    private readonly ChildProcess _keeper;

    private PostgresCluster(ChildProcess keeper, string folder)
    {
        _keeper = keeper;
        ConnectionString = new NpgsqlConnectionStringBuilder { Host = folder, Port = 5432, Username = "postgres", Database = "postgres" }.ConnectionString;
    }

    /// <summary>To its maintenance database.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder of the newest PostgreSQL's programs; null when there is none.</summary>
    public static string? FindBinaries()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return debian
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .Concat(path)
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "pg_ctl")));
    }

    /// <summary>Makes a cluster and starts it.</summary>
    public static async Task<PostgresCluster> Start(string binaries, bool durable, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("recoverycop-postgres-").FullName;
        string[] keeper = ["sh", "-c", Keeper, "keeper", binaries, folder, durable ? "on" : "off", OperatingSystem.IsLinux() ? "C.UTF-8" : "C"];
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            await GiveTo("postgres", folder, cancel);
            keeper = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. keeper];
        }

        var process = ChildProcess.Start(keeper[0], keeper[1..], folder: folder);
        var cluster = new PostgresCluster(process, folder);
        try
        {
            await process.Line("^ready$", cancel);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }

        return cluster;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _keeper.EndInput();
        await _keeper.Ended(CancellationToken.None);
        await _keeper.DisposeAsync();
    }

    private static async Task GiveTo(string user, string folder, CancellationToken cancel)
    {
        await using var chown = ChildProcess.Start("chown", [$"{user}:", folder]);
        var finished = await chown.Ended(cancel);
        if (finished.ExitCode != 0)
        {
            throw new InvalidOperationException($"chown {user} {folder}: {finished.Error}");
        }
    }
}
