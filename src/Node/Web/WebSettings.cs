namespace RecoveryCoP.Node.Web;

/// <summary>What whoever runs a node decides about its pages. Section <c>Web</c>.</summary>
public sealed record WebSettings
{
    /// <summary>True lets search engines list the public pages, false asks them not to. Default: a hub is listed, a chapter is not.</summary>
    public bool? Indexed { get; init; }

    /// <summary>True adds <c>/fr/style</c> and <c>/en/style</c>, which show every part of the site to those who work on it. Default: false.</summary>
    public bool StylePage { get; init; }
}
