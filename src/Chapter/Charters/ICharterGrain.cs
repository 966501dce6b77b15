using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Chapter.Charters;

/// <summary>The charter. Its key is <see cref="Charter.TheId"/>.</summary>
[Alias("charter")]
public interface ICharterGrain : IGrainWithGuidKey
{
    /// <inheritdoc cref="Charter.Publish"/>
    [Alias("publish")]
    Task<Result> Publish(PublishCharter command);
}
