using System.ComponentModel.DataAnnotations;

namespace RecoveryCoP.Node.Federation.Client;

/// <summary>How the chapter speaks with its hub. Section <c>Sync</c>.</summary>
public sealed record SyncOptions : IValidatableObject
{
    /// <summary>The first wait after a failure is at most this long.</summary>
    [Range(1, 3600)]
    public int RetryMinimumSeconds { get; init; } = 30;

    /// <summary>No wait after a failure is longer. Default: 6 hours.</summary>
    [Range(1, 86_400)]
    public int RetryMaximumSeconds { get; init; } = 21_600;

    /// <summary>How often a chapter that is not admitted asks how it stands; oftener while its enrolment is young.</summary>
    [Range(1, 86_400)]
    public int ProbeSeconds { get; init; } = 3600;

    /// <summary>How long a pull waits at the hub for something new.</summary>
    [Range(0, 30)]
    public int PullWaitSeconds { get; init; } = 25;

    /// <summary>How long any call may take, beside the waiting of a pull; a hub accepts 60 s in all.</summary>
    [Range(1, 60)]
    public int CallSeconds { get; init; } = 30;

    /// <summary>How long to wait for the hub to pick up the phone, so to speak.</summary>
    [Range(1, 60)]
    public int ConnectSeconds { get; init; } = 10;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (RetryMinimumSeconds > RetryMaximumSeconds)
        {
            yield return new ValidationResult(new Text("ne doit pas dépasser RetryMaximumSeconds ({0})", "must not be more than RetryMaximumSeconds ({0})").With(RetryMaximumSeconds).OnOneLine(), [nameof(RetryMinimumSeconds)]);
        }

        if (PullWaitSeconds + CallSeconds > 60)
        {
            yield return new ValidationResult(
                new Text("et CallSeconds ne doivent pas dépasser 60 ensemble\u00a0: aucun carrefour n’accepte un appel plus long", "and CallSeconds must not be more than 60 together: no hub accepts a longer call").OnOneLine(), [nameof(PullWaitSeconds)]);
        }
    }
}
