using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Hosting;

/// <summary>
/// The address at which people reached the node when it last ran, kept in its data folder: whoever asks a node that is stopped for a link seldom says again all that
/// the service that starts it is told.
/// </summary>
internal static class LastAddress
{
    private const string FileName = "address";

    /// <summary>Keeps it. Where that fails, verbs go by the settings, as they do of a node that never ran.</summary>
    public static void Keep(DataFolder folder, string address)
    {
        try
        {
            var file = folder.File(FileName);
            if (!File.Exists(file) || File.ReadAllText(file) != address)
            {
                File.WriteAllText(file, address);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk keeps nobody from starting.
        }
    }

    /// <summary>The settings by which a verb knows the node's address, and what is to be said where two are known: settings that name one count before the one that is kept.</summary>
    public static (NodeSettings Settings, Text? Remark) Known(NodeSettings settings)
    {
        var file = Path.Combine(settings.DataFolder, FileName);
        var used = new OptionsSection<NodeOptions>("Node").Bind(settings.Configuration).Address;
        return !File.Exists(file) || File.ReadAllText(file) is not { Length: > 0 } kept || kept == used || !ListenAddress.IsHttp(kept) ? (settings, null)
            : settings.NamesAddress ? (settings, new Text("L’adresse utilisée est celle des réglages, {0}. La dernière fois, ce serveur a tourné à {1}.", "The address used is the one in the settings, {0}. The last time, this node ran at {1}.").With(used, kept))
            : (settings.WithAddress(kept), new Text("Les réglages ne disent aucune adresse\u00a0: celle utilisée est {0}, où ce serveur a tourné la dernière fois.", "The settings name no address: the one used is {0}, where this node ran the last time.").With(kept));
    }
}
