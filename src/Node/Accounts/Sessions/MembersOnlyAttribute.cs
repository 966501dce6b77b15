namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>
/// A page for those who are signed in, or for holders of certain roles. A visitor is led to the sign-in page and back; somebody without the role gets 403.
/// The page's commands are still judged by their rules.
/// </summary>
/// <param name="roles">Codes of the roles any of which opens the page; none: everybody who is signed in.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MembersOnlyAttribute(params string[] roles) : Attribute
{
    /// <summary>Codes of the roles any of which opens the page; none: everybody who is signed in.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}
