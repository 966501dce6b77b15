namespace RecoveryCoP.Hub.Directory;

/// <summary>How long ago a chapter exchanged, as one would say it.</summary>
internal static class Freshness
{
    private static readonly Counted Days = new(new("il y a {0} jour", "{0} day ago"), new("il y a {0} jours", "{0} days ago"));

    /// <summary>In words, counted in days of Montréal.</summary>
    public static Text Of(DateTimeOffset? last, DateTimeOffset now) => last is not { } at
        ? new("n’a pas encore donné de nouvelles", "has not been heard from yet")
        : (Dates.DayOf(now).DayNumber - Dates.DayOf(at).DayNumber) switch
        {
            <= 0 => new Text("aujourd’hui", "today"),
            1 => new Text("hier", "yesterday"),
            var days and <= 30 => Days.For(days),
            _ => new Text($"sans nouvelles depuis le {Dates.Day(at, Language.French)}", $"not heard from since {Dates.Day(at, Language.English)}"),
        };
}
