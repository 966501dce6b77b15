namespace RecoveryCoP.Node.Web;

/// <summary>Counts the minutes of an agenda item and follows what others do; without scripts the hours stand there, and reloading shows it.</summary>
public static class RunScript
{
    internal static SiteFile File { get; } = SiteFile.Read("text/javascript; charset=utf-8", "Web/Assets/run.js");

    /// <summary>Its address.</summary>
    public static string Path => File.Path;
}
