namespace RecoveryCoP.Node.Web.Parts;

/// <summary>How loud a notice is.</summary>
public enum NoticeKind
{
    /// <summary>Something good to know.</summary>
    Calm,

    /// <summary>Something was done.</summary>
    Done,

    /// <summary>Something needs the reader; a screen reader says it at once.</summary>
    Attention,
}
