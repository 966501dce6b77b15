namespace RecoveryCoP.Chapter.Meetings;

/// <summary>A share of the time, in percent of all minutes, both ends included.</summary>
/// <param name="From">0 to 100.</param>
/// <param name="To">Not below <paramref name="From"/>, at most 100.</param>
[GenerateSerializer, Immutable, Alias("band")]
public sealed record Band([property: Id(0)] int From, [property: Id(1)] int To);

/// <summary>How much of its meetings' time a chapter wants to give to each stream.</summary>
/// <param name="Practice">Recovery-oriented practices.</param>
/// <param name="System">System aspects of care.</param>
/// <param name="Community">The community's own life.</param>
[GenerateSerializer, Immutable, Alias("balance-bands")]
public sealed record BalanceBands([property: Id(0)] Band Practice, [property: Id(1)] Band System, [property: Id(2)] Band Community)
{
    /// <summary>
    /// What a chapter begins with, until its executive committee decides otherwise. Practice leads, because sharing local practices is what
    /// monthly meetings are for; system topics get no less than a quarter, so that those who come for them find something each time; the
    /// community's life keeps a little in every season and never takes over. The middles (50, 35, 15) make 100.
    /// </summary>
    public static BalanceBands Default { get; } = new(new(40, 60), new(25, 45), new(5, 25));

    /// <summary>The band of a stream.</summary>
    public Band Of(TopicStream stream) => stream switch
    {
        TopicStream.Practice => Practice,
        TopicStream.System => System,
        _ => Community,
    };

    /// <summary>True when each band is one and some division of the time lies in all three.</summary>
    public bool CanBeMet =>
        AgendaBalance.Streams.Select(Of).All(b => b.From >= 0 && b.From <= b.To && b.To <= 100)
        && AgendaBalance.Streams.Sum(s => Of(s).From) <= 100 && AgendaBalance.Streams.Sum(s => Of(s).To) >= 100;
}

/// <summary>
/// The time that agendas give to each stream, in minutes. "Some members are primarily interested in recovery-oriented practices, whereas
/// others expect the discussions to address system aspects": this is what makes that seen while an agenda can still be changed. It is judged
/// over several meetings, because one meeting may well be about one thing.
/// </summary>
/// <param name="Practice">Minutes of recovery-oriented practices.</param>
/// <param name="System">Minutes of system aspects.</param>
/// <param name="Community">Minutes of the community's own life.</param>
public sealed record AgendaBalance(int Practice, int System, int Community)
{
    /// <summary>How many closed meetings stand beside the one that is planned: half a year, where people meet monthly.</summary>
    public const int EarlierMeetings = 6;

    /// <summary>No time at all.</summary>
    public static AgendaBalance None { get; } = new(0, 0, 0);

    /// <summary>The streams, in the order in which they are shown.</summary>
    public static IReadOnlyList<TopicStream> Streams { get; } = [TopicStream.Practice, TopicStream.System, TopicStream.Community];

    /// <summary>All minutes.</summary>
    public int Total => Practice + System + Community;

    /// <summary>The time of an agenda.</summary>
    public static AgendaBalance Of(IEnumerable<AgendaItem> items) => items.Aggregate(None, (sum, item) => sum.Plus(item.Stream, item.Minutes));

    /// <summary>The minutes of a stream.</summary>
    public int Of(TopicStream stream) => stream switch
    {
        TopicStream.Practice => Practice,
        TopicStream.System => System,
        _ => Community,
    };

    /// <summary>Both together.</summary>
    public static AgendaBalance operator +(AgendaBalance one, AgendaBalance other) =>
        new(one.Practice + other.Practice, one.System + other.System, one.Community + other.Community);

    /// <summary>The same with more minutes of a stream, or fewer.</summary>
    public AgendaBalance Plus(TopicStream stream, int minutes) => stream switch
    {
        TopicStream.Practice => this with { Practice = Practice + minutes },
        TopicStream.System => this with { System = System + minutes },
        _ => this with { Community = Community + minutes },
    };

    /// <summary>True when every stream's share lies in its band; an empty agenda is out of nothing. In whole numbers: no rounding decides.</summary>
    public bool IsWithin(BalanceBands bands) => Streams.All(s => Excess(s, bands) == 0 && Lack(s, bands) == 0);

    /// <summary>By how many minutes a stream is short of its band if the total stays; 0 when it is not.</summary>
    public int Lack(TopicStream stream, BalanceBands bands) => Math.Max(0, (int)Math.Ceiling((bands.Of(stream).From * Total / 100m) - Of(stream)));

    /// <summary>By how many minutes a stream is above its band if the total stays; 0 when it is not.</summary>
    public int Excess(TopicStream stream, BalanceBands bands) => Math.Max(0, (int)Math.Ceiling(Of(stream) - (bands.Of(stream).To * Total / 100m)));

    /// <summary>How far the shares lie from the middles of their bands, all together; only good for comparing.</summary>
    internal long Distance(BalanceBands bands) =>
        Streams.Sum(s => Math.Abs((200L * Of(s)) - ((long)(bands.Of(s).From + bands.Of(s).To) * Total))) / Math.Max(1, Total);
}
