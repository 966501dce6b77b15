namespace RecoveryCoP.Node.Web;

/// <summary>Lets a button copy what stands in a field; without scripts the field is there to be selected.</summary>
internal static class CopyScript
{
    public static SiteFile File { get; } = SiteFile.Read("text/javascript; charset=utf-8", "Web/Assets/copy.js");
}
