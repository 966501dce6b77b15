using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// How the console shows what is logged: one event a line, with its time. What only repeats that the database is away is left out: <see cref="StorageWatch"/> says it
/// once. And why a node does not start is said once too, by whoever started it.
/// </summary>
internal sealed class LineFormatter(StorageOutage outage, NodeSettings settings, Startup startup) : ConsoleFormatter(Name)
{
    public new const string Name = "line";

    // Those who say that they could not start, and then throw what kept them from it.
    private static readonly string[] starters = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry.Exception is { } failure && IsToldElsewhere(failure, logEntry.Category))
        {
            return;
        }

        // The machine's own time, whatever clock the node goes by: a log is read beside others of the same machine.
        textWriter.Write(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        textWriter.Write(' ');
        textWriter.Write(NameOf(logEntry.LogLevel));
        textWriter.Write(": ");
        textWriter.Write(logEntry.Category);
        textWriter.Write(": ");
        textWriter.Write(OnOneLine(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        if (logEntry.Exception is not null)
        {
            textWriter.Write(' ');
            textWriter.Write(OnOneLine(DetailOf(logEntry.Exception)));
        }

        textWriter.WriteLine();
    }

    private bool IsToldElsewhere(Exception failure, string category) =>
        outage.Notice(failure)
        || StorageFailure.IsRelayed(failure)
        || (!startup.IsOver && starters.Contains(category) && StartFailure.Of(failure, settings) is not null);

    // A full disk is no bug: its message says which file, and a trace would say nothing more.
    private static string DetailOf(Exception failure) => failure is IOException && StorageFailure.Explain(failure, "") is { } known ? known.Line : failure.ToString();

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        LogLevel.Debug => "dbug",
        _ => "trce",
    };

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");
}
