using System.Net;
using System.Net.Sockets;

namespace RecoveryCoP.Testing;

/// <summary>
/// A real IMAP server (Dovecot) on loopback for one test assembly: started when the first test asks for it, gone with the test process however that ends. It lets any name
/// in with <see cref="Password"/>, and each has a mailbox of its own.
/// </summary>
public sealed class ImapServer : IAsyncDisposable
{
    public const string Password = "un-mot-de-passe-d-application";

    private const string Program = "/usr/sbin/dovecot";

    // Like the keeper of a PostgreSQL cluster: its standard input closes when the test process ends.
    private const string Keeper = """
        trap '' INT TERM HUP
        root=$1 port=$2 me=$(id -un) mine=$(id -gn)
        cd "$root" && mkdir run mail && cat >dovecot.conf <<END
        base_dir = $root/run
        state_dir = $root/run
        log_path = /dev/stderr
        protocols = imap
        listen = 127.0.0.1
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = plain
        auth_failure_delay = 0
        default_internal_user = $me
        default_internal_group = $mine
        default_login_user = $me
        first_valid_uid = 1
        first_valid_gid = 1
        mail_max_userip_connections = 100
        mail_location = maildir:$root/mail/%n
        mail_fsync = never
        service imap-login {
          chroot =
          inet_listener imap {
            port = $port
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
          unix_listener anvil-auth-penalty {
            mode = 0
          }
        }
        service stats {
          chroot =
        }
        passdb {
          driver = static
          args = password=$3
        }
        userdb {
          driver = static
          args = uid=$me gid=$mine home=$root/mail/%n
        }
        END
        "$4" -F -c dovecot.conf &
        server=$!
        cat >/dev/null
        kill $server
        wait $server
        cd / && rm -rf "$root"
        """;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private ChildProcess? _keeper;
    private int _boxes;

    /// <summary>Where it listens, once it does.</summary>
    public int Port { get; private set; }

    /// <summary>The name of a mailbox that nobody has used.</summary>
    public async Task<string> NewBox(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        try
        {
            _keeper ??= await Start(cancel);
        }
        finally
        {
            _gate.Release();
        }

        return $"boite{Interlocked.Increment(ref _boxes)}";
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            _keeper.EndInput();
            await _keeper.Ended(CancellationToken.None);
            await _keeper.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<ChildProcess> Start(CancellationToken cancel)
    {
        if (!File.Exists(Program))
        {
            Required.Missing("imap", "Dovecot is not on this machine.", "Install it (apt-get install dovecot-imapd).");
        }

        await using (var asked = ChildProcess.Start(Program, ["--version"]))
        {
            var version = (await asked.Ended(cancel)).Output;
            if (!version.StartsWith("2.3", StringComparison.Ordinal))
            {
                Required.Missing("imap", $"These tests know the settings of Dovecot 2.3, and this is {version.Trim()}.", "");
            }
        }

        Port = FreePorts.Take();
        var folder = Directory.CreateTempSubdirectory("recoverycop-imap-").FullName;
        string[] keeper = ["sh", "-c", Keeper.ReplaceLineEndings("\n"), "keeper", folder, Port.ToString(CultureInfo.InvariantCulture), Password, Program];
        if (Environment.IsPrivilegedProcess)
        {
            // Its processes for people refuse to run as root.
            await using var chown = ChildProcess.Start("chown", ["nobody:", folder]);
            Assert.Equal(0, (await chown.Ended(cancel)).ExitCode);
            keeper = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. keeper];
        }

        var started = ChildProcess.Start(keeper[0], keeper[1..]);
        await started.Line("starting up for imap", cancel);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await Listens(cancel) && await tick.WaitForNextTickAsync(cancel))
        {
            Assert.False(started.HasEnded, started.Error);
        }

        return started;
    }

    private async Task<bool> Listens(CancellationToken cancel)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
