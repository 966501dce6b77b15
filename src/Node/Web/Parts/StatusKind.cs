namespace RecoveryCoP.Node.Web.Parts;

/// <summary>The tone of a state; its words say which state.</summary>
public enum StatusKind
{
    /// <summary>Neither good nor bad.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>On its way; nothing to do.</summary>
    Waiting,

    /// <summary>Somebody should look.</summary>
    Attention,

    /// <summary>Refused, withdrawn or stopped.</summary>
    Stopped,
}
