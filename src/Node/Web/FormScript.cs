namespace RecoveryCoP.Node.Web;

/// <summary>Lets a refused form be no step in the browser's history; without scripts the browser asks whether to send it again.</summary>
internal static class FormScript
{
    public static SiteFile File { get; } = SiteFile.Read("text/javascript; charset=utf-8", "Web/Assets/forms.js");
}
