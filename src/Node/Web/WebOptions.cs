using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Node.Web;

/// <summary>What a program decides about its pages, once, at start.</summary>
public sealed record WebOptions
{
    /// <summary>Tells this node's cookies from those of other nodes on the same host: browsers ignore ports. Lower-case letters and digits; e.g. the first characters of the node's id.</summary>
    public required string CookieSuffix { get; init; }

    /// <summary>True when people come by TLS, which ends here or at a proxy in front: cookies then never travel without it, and browsers are told to come by nothing else.</summary>
    public bool IsTls { get; init; }

    /// <summary>True lets search engines list the public pages; false (the default) answers <c>X-Robots-Tag: noindex</c>.</summary>
    public bool Indexed { get; init; }

    /// <summary>What tabs and letters say in place of the node's name where discretion wants it.</summary>
    public Text NeutralName { get; init; } = WebText.NeutralName;

    /// <summary>The largest form accepted, in bytes as sent. Above it the answer is 413: nothing was read, so nothing can be kept.</summary>
    public int LargestForm { get; init; } = 1024 * 1024;

    /// <summary>The longest list in a form.</summary>
    public int LongestList { get; init; } = 1000;

    /// <summary>The name of a cookie of this node: neutral, so that a shared computer's list of cookies betrays nothing.</summary>
    /// <param name="letter">One letter per cookie: <c>f</c> for forms, <c>s</c> for the session.</param>
    public string CookieName(char letter) => $"n{CookieSuffix}{letter}";
}

/// <summary>What whoever runs a node decides about its pages. Section <c>Web</c>.</summary>
public sealed record WebSettings
{
    /// <summary>True lets search engines list the public pages, false asks them not to. Default: a hub is listed, a chapter is not.</summary>
    public bool? Indexed { get; init; }

    /// <summary>True keeps the community's name out of tab titles, the browser's history and the sender of letters. Default: in a chapter it is kept out, in a hub it is shown.</summary>
    public bool? Discreet { get; init; }

    /// <summary>The neutral words that tabs and letters show in French in place of the name. Default: Espace commun.</summary>
    [Required, StringLength(40)]
    public string TabNameFr { get; init; } = WebText.NeutralName.Fr;

    /// <summary>The same in English. Default: Shared space.</summary>
    [Required, StringLength(40)]
    public string TabNameEn { get; init; } = WebText.NeutralName.En;
}
