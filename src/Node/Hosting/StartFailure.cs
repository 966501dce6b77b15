using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Why a node does not start, or a verb is not done, where that is no bug of this program: one place knows the causes, and everything else keeps its trace.</summary>
internal static class StartFailure
{
    // How Linux and macOS say that a process has as many files open as it may.
    private const int TooManyOpenFiles = 24;

    /// <summary>What the failure says to whoever looks after the server; null when its cause is not known.</summary>
    public static KnownFailure? Of(Exception failure, NodeSettings settings) =>
        // The database first: what failed underneath it, a connection for one, is not ours.
        (failure is System.Data.Common.DbException ? StorageFailure.Explain(failure, Where(settings)) : null)
        ?? StorageFailure.Causes(failure).Select(cause => OfCause(cause, settings)).FirstOrDefault(known => known is not null)
        ?? StorageFailure.Explain(failure, Where(settings));

    private static KnownFailure? OfCause(Exception cause, NodeSettings settings) => cause switch
    {
        // One that was killed lets go within moments, one whose machine is gone within a minute.
        ExplainedException explained => new(explained.Says, Passes: explained is DatabaseTakenException),
        SchemaMismatchException or UpgradeFailedException => new(cause.Message.AsText()), // in both languages already
        IOException { InnerException: AddressInUseException } => new(new Text(
            "Cette adresse est déjà utilisée ({0}) Arrêtez ce qui y écoute, ou choisissez une autre adresse (Node:Listen).",
            "{0} Stop what listens there, or choose another address (Node:Listen).").With(cause.Message)),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => new(new Text(
            "Cette machine n’a pas l’adresse {0}. Écoutez à une adresse qu’elle a, à http://127.0.0.1 ou à 0.0.0.0 (Node:Listen).",
            "This machine does not have the address {0}. Listen on one that it has, on http://127.0.0.1 or on 0.0.0.0 (Node:Listen).").With(Refused(settings, SocketError.AddressNotAvailable))),
        SocketException { SocketErrorCode: SocketError.AccessDenied } => new(new Text(
            "Ce programme n’a pas le droit d’écouter à {0}\u00a0: les ports sous 1024 en demandent un (dans systemd\u00a0: AmbientCapabilities=CAP_NET_BIND_SERVICE). Donnez-le-lui, ou choisissez un port plus haut (Node:Listen).",
            "This program may not listen on {0}: ports below 1024 need a right of their own (in systemd: AmbientCapabilities=CAP_NET_BIND_SERVICE). Give it that right, or choose a higher port (Node:Listen).").With(Refused(settings, SocketError.AccessDenied))),
        SocketException { SocketErrorCode: SocketError.TooManyOpenSockets } or IOException { HResult: TooManyOpenFiles } => new(MachineRequirements.FewFiles),
        UnauthorizedAccessException => new(new Text(
            "{0} Donnez-en le droit au compte sous lequel ce programme tourne, ou choisissez un autre endroit (le dossier de données est {1}).",
            "{0} Give the account that runs this program the right to it, or choose another place (the data folder is {1}).").With(cause.Message, settings.DataFolder)),
        _ => null,
    };

    private static string Where(NodeSettings settings) => new OptionsSection<StorageOptions>("Storage").Bind(settings.Configuration) is { Engine: Engine.PostgreSql } options
        ? PostgreSqlDatabase.WhereIs(options.ConnectionString)
        : Path.Combine(settings.DataFolder, "node.db");

    // The system does not say which address it refused; asked for each again, it says so.
    private static string Refused(NodeSettings settings, SocketError error)
    {
        var options = new OptionsSection<NodeOptions>("Node").Bind(settings.Configuration);
        string[] addresses = [.. new[] { options.Listen, options.GrpcListen }.Where(address => address.Length > 0)];
        return addresses.FirstOrDefault(address => IsRefused(address, error)) ?? string.Join(", ", addresses);
    }

    private static bool IsRefused(string address, SocketError error)
    {
        try
        {
            var point = ListenAddress.Of(address);
            using var socket = new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(point);
            return false;
        }
        catch (SocketException refusal)
        {
            return refusal.SocketErrorCode == error;
        }
    }
}
