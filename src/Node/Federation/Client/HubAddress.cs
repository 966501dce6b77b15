namespace RecoveryCoP.Node.Federation.Client;

/// <summary>A hub's gRPC address as people type it.</summary>
public static class HubAddress
{
    private const int Longest = 300;

    /// <summary>True for plain http to another machine: whoever is in between reads along, and can answer in the hub's place.</summary>
    public static bool IsPlainToOthers(string address) => new Uri(address) is { Scheme: "http", IsLoopback: false };

    /// <summary>The address with its scheme and without anything after the port; null when it is none. Without a scheme it is https.</summary>
    public static string? Normalise(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var whole = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(whole, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri is { Host.Length: > 0, PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
    }
}
