namespace RecoveryCoP.Node.Web.Forms;

/// <summary>How much a button stands out.</summary>
public enum ButtonKind
{
    /// <summary>The one thing a form is for.</summary>
    Primary,

    /// <summary>Anything beside it.</summary>
    Quiet,

    /// <summary>Takes something away.</summary>
    Danger,
}
