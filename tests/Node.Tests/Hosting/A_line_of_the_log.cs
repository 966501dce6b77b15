using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Hosting;

public sealed class A_line_of_the_log
{
    private static readonly SqliteException _full = new("database or disk is full", 13);

    private readonly StorageOutage _outage = new();
    private readonly Startup _startup = new();

    [Fact]
    public void begins_with_its_time_and_holds_one_event_with_its_trace()
    {
        var line = Line("Feature", new InvalidOperationException("first\nsecond", Thrown(new FormatException("behind"))));

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z fail: Feature: It failed here System\.InvalidOperationException: first second .*behind .*   at ", line);
        Assert.Equal(line.TrimEnd(), Assert.Single(line.Split('\n', StringSplitOptions.RemoveEmptyEntries)).TrimEnd());
        Assert.False(_outage.Beginning.IsCompleted);
    }

    [Fact]
    public async Task that_only_says_that_the_database_is_away_is_left_to_who_watches_it()
    {
        Assert.Equal("", Line("Follower", new InvalidOperationException("The step failed", _full)));
        Assert.Equal("", Line("Page", new InconsistentStateException(StorageFailure.Full)));

        Assert.Contains(_full, StorageFailure.Causes(await _outage.Beginning));
    }

    [Fact]
    public void that_says_why_a_node_does_not_start_is_left_to_who_started_it()
    {
        var inUse = new IOException("Failed to bind to address", new Microsoft.AspNetCore.Connections.AddressInUseException("in use"));

        Assert.Equal("", Line("Microsoft.AspNetCore.Server.Kestrel", inUse));
        Assert.NotEqual("", Line("Feature", inUse));
        _startup.End();
        Assert.Contains("in use", Line("Microsoft.AspNetCore.Server.Kestrel", inUse), StringComparison.Ordinal);
    }

    [Fact]
    public void that_tells_of_a_full_disk_names_the_file_and_shows_no_trace()
    {
        var line = Line("Mail", Thrown(new IOException("No space left on device : '/nowhere/a.eml'", 28)));

        Assert.Contains("/nowhere/a.eml", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }

    private static Exception Thrown(Exception failure)
    {
        try
        {
            throw failure;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    private string Line(string category, Exception failure)
    {
        var settings = NodeSettings.Load(
            new NodeKind
            {
                Code = "test",
                Name = new Text("Essai", "Test"),
                FoundIt = new Text("Fonder", "Set up"),
                LeaveIt = new Text("Quitter", "Leave"),
                Roles = [],
                FirstRole = "",
                Discreet = true,
                DefaultListen = "http://127.0.0.1:5080",
            },
            new Dictionary<string, string?>());
        using var line = new StringWriter();
        new LineFormatter(_outage, settings, _startup).Write(new LogEntry<string>(LogLevel.Error, category, default, "It failed\nhere", failure, (text, _) => text), null, line);
        return line.ToString();
    }
}
