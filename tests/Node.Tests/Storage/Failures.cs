using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public sealed class A_failure_of_storage
{
    private const string Where = "/nowhere/node.db";

    [Theory]
    [InlineData(13, "is full. Make room there.", true)]
    [InlineData(8, "cannot be written", false)]
    [InlineData(14, "cannot be opened", false)]
    [InlineData(5, "is locked by another program", false)]
    [InlineData(11, "Put the data folder back from a backup", false)]
    [InlineData(26, "Put the data folder back from a backup", false)]
    public void of_a_file_says_what_where_and_what_to_do(int code, string what, bool passes)
    {
        var known = StorageFailure.Explain(new InvalidOperationException("Outer", new SqliteException("inner", code)), Where)!;

        Assert.Contains(what, known.Line, StringComparison.Ordinal);
        Assert.Contains(Where, known.Line, StringComparison.Ordinal);
        Assert.Equal(passes, known.Passes);
    }

    [Theory]
    [InlineData("57P03", "takes no calls now", true)]
    [InlineData("53100", "is full. Make room there.", true)]
    [InlineData("28P01", "Correct the user or the password", false)]
    [InlineData("3D000", "Create it", false)]
    [InlineData("55P03", "Close what has it open", false)]
    public void of_a_server_says_what_where_and_what_to_do(string state, string what, bool passes)
    {
        var known = StorageFailure.Explain(new PostgresException("said", "FATAL", "FATAL", state), PostgreSqlDatabase.WhereIs("Host=db.example.org;Password=secret"))!;

        Assert.Contains(what, known.Line, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL at db.example.org:5432", known.Line, StringComparison.Ordinal);
        Assert.Equal(passes, known.Passes);
    }

    [Fact]
    public void that_a_server_is_away_passes_and_is_an_outage()
    {
        var away = new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused));

        Assert.True(StorageFailure.Explain(away, "PostgreSQL at db:5432")!.Passes);
        Assert.True(StorageFailure.IsOutage(new AggregateException(new TimeoutException(), away)));
    }

    [Fact]
    public void of_a_file_beside_the_database_says_which_and_is_no_outage_of_the_database()
    {
        var full = new IOException("No space left on device : '/nowhere/mail/a.eml'", StorageFailure.NoRoom);

        Assert.Equal("A disk of this machine is full (No space left on device : '/nowhere/mail/a.eml'). Make room there.", StorageFailure.Explain(full, "PostgreSQL at db:5432")!.Line);
        Assert.False(StorageFailure.IsOutage(full));
    }

    [Fact]
    public void that_is_a_bug_keeps_its_trace()
    {
        Exception[] bugs = [new SqliteException("no such table", 1), new SqliteException("constraint failed", 19), new PostgresException("x", "ERROR", "ERROR", "42P01"), new IOException("of another kind"),
            new NpgsqlException("The connection pool has been exhausted, either raise 'Max Pool Size'", new TimeoutException())];

        Assert.All(bugs, bug => Assert.True(StorageFailure.Explain(bug, Where) is null && !StorageFailure.IsOutage(bug)));
    }
}

public sealed class An_outage : StorageOn
{
    [Fact]
    public async Task is_told_once_when_it_begins_and_once_when_it_ends()
    {
        await Migrate(Database);
        var (outage, clock, log) = (new StorageOutage(), new FakeTimeProvider(), new Told());
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var watch = new StorageWatch(outage, Database, clock, factory.CreateLogger<StorageWatch>());
        await watch.StartAsync(Cancel);

        for (var failure = 0; failure < 5; failure++)
        {
            Assert.True(outage.Notice(new SqliteException("full", 13)));
        }

        Assert.False(outage.Notice(new InvalidOperationException("a bug")));
        await log.Said("is full. Make room there. Until then");
        while (!log.Lines.Any(line => line.Contains("is back after", StringComparison.Ordinal)))
        {
            Cancel.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(2, log.Lines.Count);
        await watch.StopAsync(Cancel);
    }

    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));

    private sealed class Told : ILoggerProvider, ILogger
    {
        private readonly SemaphoreSlim _said = new(0);

        public System.Collections.Concurrent.ConcurrentQueue<string> Lines { get; } = [];

        public async Task Said(string what)
        {
            await _said.WaitAsync(Cancel);
            Assert.Contains(what, Lines.Last(), StringComparison.Ordinal);
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue(formatter(state, exception));
            _said.Release();
        }

        public void Dispose() => _said.Dispose();
    }
}
