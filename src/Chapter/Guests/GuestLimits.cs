namespace RecoveryCoP.Chapter.Guests;

/// <summary>How many guests there may be, and how long what is known of them is kept.</summary>
internal static class GuestLimits
{
    /// <summary>The most guests that a meeting expects: more than a room has chairs, and a stranger with many addresses comes no further.</summary>
    public const int MostPerMeeting = 60;

    /// <summary>How many letters to confirm by one address gets in a day for a meeting.</summary>
    public const int LettersPerAddress = 3;

    /// <summary>How many letters to confirm by go to all in an hour: whoever types strangers' addresses annoys few.</summary>
    public const int AskedPerHour = 100;

    /// <summary>The part of the letters of a day that they may be, or strangers could keep members from being written to: a fifth.</summary>
    public const int ShareOfTheDay = 5;

    /// <summary>How often one network asks in an hour; an office or a library is one.</summary>
    public const int PerNetwork = 20;

    /// <summary>From which visit on a guest is invited to join.</summary>
    public const int VisitsBeforeJoining = 3;

    /// <summary>How long somebody may take to confirm.</summary>
    public static readonly TimeSpan ToConfirm = TimeSpan.FromHours(24);

    /// <summary>How long it is known, without an address, that somebody visited.</summary>
    public static readonly TimeSpan VisitKept = TimeSpan.FromDays(365);
}
