namespace RecoveryCoP.Node.Outbox;

/// <summary>Has something new to tell now and then, which stands in the weekly summary of those who want one. A feature registers it for what every member may see.</summary>
public interface INewsSource
{
    /// <summary>Where it stands in the summary: smaller comes first.</summary>
    int Order { get; }

    /// <summary>What became new between two moments, or what the time after the second brings.</summary>
    /// <param name="from">From then on.</param>
    /// <param name="to">Until before then.</param>
    /// <param name="reader">The language of who reads it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<NewsItem>> Between(DateTimeOffset from, DateTimeOffset to, Language reader, CancellationToken cancellationToken);
}

/// <summary>One thing that is new.</summary>
/// <param name="What">What kind of thing, and what happened: a few words above those that happened together.</param>
/// <param name="Title">What it is called, as it was written.</param>
/// <param name="Path">Its page.</param>
public sealed record NewsItem(Text What, string Title, Text Path);
