namespace RecoveryCoP.Node.Outbox;

/// <summary>A letter that was recorded.</summary>
public sealed record RecordedLetter
{
    /// <summary>Its id, which makes its Message-ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who gets it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The stay for which it was recorded.</summary>
    public required Guid Stay { get; init; }

    /// <summary>Code of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The record that it speaks of.</summary>
    public required Guid About { get; init; }

    /// <summary>What is told of it.</summary>
    public required string Fact { get; init; }

    /// <summary>1 when neither the night nor the day's limit holds it.</summary>
    public required long IsUrgent { get; init; }

    /// <summary>When it is of no use any more.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How often it was handed in without success.</summary>
    public required long Tries { get; init; }
}
