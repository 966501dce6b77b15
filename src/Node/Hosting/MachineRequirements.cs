using System.Globalization;

namespace RecoveryCoP.Node.Hosting;

/// <summary>What a node needs of the machine and cannot do without; where it is missing, anything could fail anywhere, so it is looked at first.</summary>
internal static class MachineRequirements
{
    // A quiet node has about two hundred open, each visitor one or two more.
    private const int FewestFiles = 512;
    private const string Limits = "/proc/self/limits";
    private const string FilesLimit = "Max open files";

    /// <summary>That too few files may be open.</summary>
    public static Text FewFiles { get; } = new(
        "Ce programme ne peut pas ouvrir autant de fichiers qu’il lui en faut (512 au moins). Relevez la limite\u00a0: LimitNOFILE=4096 dans systemd, ulimit -n 4096 dans un terminal.",
        "This program may not open as many files as it needs (512 at least). Raise the limit: LimitNOFILE=4096 in systemd, ulimit -n 4096 in a shell.");

    private static Text NoLanguages { get; } = new(
        "Ce programme a besoin des langues du système, qui sont désactivées (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT)\u00a0: sans elles, il ne peut ni trier des noms ni écrire des dates. Enlevez cette variable, et installez ICU (Debian\u00a0: libicu, Alpine\u00a0: icu-libs et icu-data-full).",
        "This program needs the system’s languages, which are turned off (DOTNET_SYSTEM_GLOBALIZATION_INVARIANT): without them it can neither sort names nor write dates. Remove that variable, and install ICU (Debian: libicu, Alpine: icu-libs and icu-data-full).");

    /// <summary>What is missing and what to do; null when nothing is.</summary>
    public static Text? Missing() => !HasLanguages() ? NoLanguages : HasFewFiles() ? FewFiles : null;

    private static bool HasLanguages()
    {
        try
        {
            return CultureInfo.GetCultureInfo("fr-CA", predefinedOnly: true).NumberFormat.NumberDecimalSeparator == ",";
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    // The runtime has already raised the soft limit to the hard one.
    private static bool HasFewFiles() =>
        File.Exists(Limits)
        && File.ReadLines(Limits).FirstOrDefault(line => line.StartsWith(FilesLimit, StringComparison.Ordinal)) is { } limit
        && limit[FilesLimit.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
        && int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
        && most < FewestFiles;
}
