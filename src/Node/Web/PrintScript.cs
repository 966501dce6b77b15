namespace RecoveryCoP.Node.Web;

/// <summary>Lets a page offer a button that prints it; without scripts the browser's own menu does.</summary>
internal static class PrintScript
{
    public static SiteFile File { get; } = SiteFile.Read("text/javascript; charset=utf-8", "Web/Assets/print.js");
}
