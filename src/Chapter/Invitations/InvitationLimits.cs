namespace RecoveryCoP.Chapter.Invitations;

/// <summary>How many may be invited, by whom, and how long what is known of them is kept.</summary>
internal static class InvitationLimits
{
    /// <summary>The most addresses in a pasted list.</summary>
    public const int MostAtOnce = 20;

    /// <summary>The most rows of a roster.</summary>
    public const int MostRows = 5000;

    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 1024 * 1024;

    /// <summary>The largest form with a roster in it: a character of Windows-1252 may come back as three bytes, and the rest of the form has its room.</summary>
    public const long LargestForm = 3L * LargestFile + 64 * 1024;

    /// <summary>The longest that an inviter may write, in characters.</summary>
    public const int LongestWords = 300;

    /// <summary>The longest pasted list, in characters.</summary>
    public const int LongestList = 10_000;

    /// <summary>How long an invitation can be taken back before it goes.</summary>
    public static readonly TimeSpan Undo = TimeSpan.FromMinutes(10);

    /// <summary>How long an address is kept that does not answer.</summary>
    public static readonly TimeSpan AddressKept = TimeSpan.FromDays(30);

    /// <summary>How long it is known that somebody was invited, and that without their address.</summary>
    public static readonly TimeSpan HashKept = TimeSpan.FromDays(365);

    /// <summary>How long an invitation may wait for its turn; a roster of the longest has gone after 25 days.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(60);

    /// <summary>Who may invite from a roster.</summary>
    public static Access Rosters { get; } = Access.Roles(ChapterRoles.Executive, ChapterRoles.Steward);

    /// <summary>How many letters of somebody go in 24 hours.</summary>
    public static int PerDay(Actor inviter) => Rosters.Allows(inviter) ? 200 : 5;

    /// <summary>How many of somebody's may wait.</summary>
    public static int MostWaiting(Actor inviter) => Rosters.Allows(inviter) ? 2 * MostRows : MostAtOnce;
}
