namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>One hub for the tests of a class, started by the first of them.</summary>
public abstract class HubOn : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private RunningHub? hub;

    public async Task<RunningHub> Hub()
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return hub ??= await RunningHub.Start(await Postgres());
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }

        gate.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<string?> Postgres();
}

public sealed class HubOnSqlite : HubOn
{
    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);
}

public sealed class HubOnPostgres(PostgresServer server) : HubOn
{
    protected override async Task<string?> Postgres() => await server.CreateDatabase(TestContext.Current.CancellationToken);
}

/// <summary>Tests that meet a hub on one engine.</summary>
public abstract class AtAHub(HubOn engine) : IAsyncLifetime
{
    protected RunningHub Hub { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Hub = await engine.Hub();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Waits for what followers bring about by themselves.</summary>
    protected static async Task Until(Func<Task<bool>> done)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await done())
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
