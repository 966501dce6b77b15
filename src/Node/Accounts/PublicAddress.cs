using RecoveryCoP.Node.Accounts.SignIn;

namespace RecoveryCoP.Node.Accounts;

/// <summary>The address people use, from the settings: links are built from it and never from what a request claims.</summary>
/// <param name="Root">An http or https address without a path.</param>
public sealed record PublicAddress(Uri Root)
{
    /// <summary>True when people come by TLS: cookies then never travel without it.</summary>
    public bool IsTls => Root.Scheme == Uri.UriSchemeHttps;

    /// <summary>A page of this node, for where there is no browser yet.</summary>
    public Uri Of(string path) => new(Root, path);

    internal Uri SignInLink(Language language, string token) => new(Root, SignInText.Path.In(language) + SignInKey.Mark + token);
}
