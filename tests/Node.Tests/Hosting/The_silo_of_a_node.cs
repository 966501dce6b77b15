using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Hosting;

public sealed class The_silo_of_a_node
{
    [Fact]
    public async Task is_not_dead_because_the_clock_of_the_machine_was_set_while_it_joined()
    {
        using var folder = new TemporaryFolder();
        await using var database = new SqliteDatabase(folder.File("node.db"));
        await new Migrator(database, [new(typeof(Database).Assembly, "Storage")], TimeProvider.System, NullLogger<Migrator>.Instance).Migrate(TestContext.Current.CancellationToken);
        var (clock, deaths) = (new SetSince(), new Deaths());
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<Database>(database);
        builder.AddSilo();
        builder.Services.AddSingleton<IFatalErrorHandler>(deaths);
        builder.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new SlowToJoin(clock));
        using var node = builder.Build();

        await node.StartAsync(TestContext.Current.CancellationToken);
        await node.StopAsync(TestContext.Current.CancellationToken);

        Assert.Empty(deaths.Reasons);
    }

    /// <summary>As if the machine had learned the hour just after the process began: Orleans keeps the moment of its beginning by the machine's own clock.</summary>
    private sealed class SetSince : TimeProvider
    {
        private readonly TaskCompletionSource _looks = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = int.MaxValue;

        public override DateTimeOffset GetUtcNow()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _looks.SetResult();
            }

            return base.GetUtcNow().AddHours(1);
        }

        /// <summary>Ends when so many more looks were taken.</summary>
        public Task Looks(int count)
        {
            Interlocked.Exchange(ref _left, count);
            return _looks.Task;
        }
    }

    /// <summary>Keeps the silo from becoming active until those who watch over it have looked at the hour.</summary>
    private sealed class SlowToJoin(SetSince clock) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(SlowToJoin), ServiceLifecycleStage.BecomeActive - 1, _ => clock.Looks(4));
    }

    /// <summary>Notes why the process would have been ended.</summary>
    private sealed class Deaths : IFatalErrorHandler
    {
        public ConcurrentQueue<string> Reasons { get; } = [];

        public bool IsUnexpected(Exception exception) => false;

        public void OnFatalException(object? sender, string? context, Exception? exception) => Reasons.Enqueue(context ?? "");
    }
}
