using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RecoveryCoP.Hub.Tests.Harness;

/// <summary>Keeps what a hub says in its log from warnings on, with its traces.</summary>
public sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("RecoveryCoP", StringComparison.Ordinal) || categoryName.StartsWith("Grpc", StringComparison.Ordinal)
        ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lines.Enqueue(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }
}
