namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>How much may come at once.</summary>
internal static class MovingLimits
{
    /// <summary>The most rows or events of a file.</summary>
    public const int MostRows = 5000;

    /// <summary>The largest table or calendar, in megabytes.</summary>
    public const int LargestMegabytes = 2;

    /// <summary>The same in bytes.</summary>
    public const int LargestFile = LargestMegabytes * 1024 * 1024;

    /// <summary>The largest form with one in it: a character of Windows-1252 may come back as three bytes, and the rest of the form has its room.</summary>
    public const long LargestForm = (3L * LargestFile) + (64 * 1024);

    /// <summary>How many lines of a kind a preview shows; all of them are counted.</summary>
    public const int MostShown = 200;

    /// <summary>The most documents at once.</summary>
    public const int MostDocuments = 20;

    /// <summary>The largest form with documents in it.</summary>
    public const long LargestDocuments = 60L * 1024 * 1024;

    /// <summary>How long documents that were sent wait for somebody to say yes.</summary>
    public static readonly TimeSpan OfferKept = TimeSpan.FromHours(1);
}
