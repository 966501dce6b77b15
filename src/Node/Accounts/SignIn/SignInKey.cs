namespace RecoveryCoP.Node.Accounts.SignIn;

/// <summary>What somebody signs in with.</summary>
internal abstract record SignInKey
{
    /// <summary>The query in a link's fragment: <c>#t=…</c>. A fragment never leaves the browser by itself.</summary>
    public const string Mark = "#t=";

    private SignInKey()
    {
    }

    /// <summary>A link's token.</summary>
    public sealed record Link(string Token) : SignInKey;

    /// <summary>A typed code.</summary>
    public sealed record Code(string Characters) : SignInKey;

    /// <summary>The code, the whole link or its token in what was typed or pasted; null when it is none of them.</summary>
    public static SignInKey? Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        var mark = text.IndexOf(Mark, StringComparison.Ordinal);
        var token = mark < 0 ? text : text[(mark + Mark.Length)..];
        return Secret.IsShaped(token) ? new Link(token)
            : mark < 0 && SignInCode.Read(text) is { } code ? new Code(code)
            : null;
    }
}
