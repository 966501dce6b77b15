using RecoveryCoP.Federation.V1;

namespace RecoveryCoP.Node.TemplateReleases;

/// <summary>A version of a template in a hub's feed.</summary>
/// <param name="Hub">The hub's node id.</param>
/// <param name="Said">What its item says.</param>
/// <param name="Position">Where the item is in this node's numbering.</param>
/// <param name="FeedPosition">Where it is in the hub's feed.</param>
/// <param name="ItemId">The item's id.</param>
public sealed record HubRelease(string Hub, TemplateRelease Said, long Position, long FeedPosition, byte[] ItemId)
{
    /// <summary>The template's id.</summary>
    public string TemplateId => Said.TemplateId;

    /// <summary>Its version.</summary>
    public Version Version { get; } = Version.Parse(Said.Version);

    /// <summary>When the hub released it, by its clock.</summary>
    public DateTimeOffset ReleasedAt => Said.ReleasedAt.ToDateTimeOffset();

    /// <summary>The number of the release, which a withdrawal names.</summary>
    public uint Number => Said.About.Revision;

    /// <summary>True once the hub took it back.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>True while its content is here.</summary>
    public bool IsHere { get; init; }

    /// <summary>False for one that the hub said behind a greater version: nobody is offered it.</summary>
    public bool IsNewer { get; init; } = true;

    /// <summary>True when it can be read and offered, as far as its feed tells.</summary>
    public bool IsOffered => IsNewer && IsHere && !IsWithdrawn;

    /// <summary>What addresses call it.</summary>
    public string Key => $"{TemplateId}-{Said.Version.Replace('.', '-')}";
}
