namespace RecoveryCoP.Node.Founding;

/// <summary>Where whoever founded a node in the browser goes on, once they have its words on paper; the home page where a program registers none.</summary>
/// <param name="Path">A page's address.</param>
public sealed record AfterFounding(Text Path);
