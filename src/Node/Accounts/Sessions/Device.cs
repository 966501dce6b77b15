namespace RecoveryCoP.Node.Accounts.Sessions;

/// <summary>Browser and system in two words, enough to recognise one's own devices in a list; nothing more is kept of what a browser says of itself.</summary>
internal static class Device
{
    // The order matters: almost every browser also claims to be Safari, and Edge to be Chrome.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux")];

    /// <summary>"Firefox, Android"; empty when neither is known.</summary>
    public static string Describe(string userAgent) => string.Join(", ", new[] { In(userAgent, Browsers), In(userAgent, Systems) }.OfType<string>());

    private static string? In(string userAgent, (string Sign, string Name)[] known) =>
        known.Where(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
