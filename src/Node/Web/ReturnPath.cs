namespace RecoveryCoP.Node.Web;

/// <summary>Where somebody wanted to go before they had to sign in. It comes from the address, so it is held to paths of this node.</summary>
public static class ReturnPath
{
    /// <summary>The query's name.</summary>
    public const string Key = "to";

    /// <summary>The path, or the fallback when it leads anywhere else, or is not written as an address is: a header takes ASCII alone.</summary>
    public static string Or(string? wanted, string fallback) =>
        wanted is { Length: > 1 and < 2000 } && wanted[0] == '/' && wanted[1] is not '/'
        && !wanted.Contains('\\', StringComparison.Ordinal) && wanted.All(c => c is > ' ' and < '\u007F')
            ? wanted
            : fallback;
}
