using System.Text.Json.Serialization;

namespace RecoveryCoP.Node.Templates;

/// <summary>What becomes of one item; the other way round it is how that is undone.</summary>
/// <param name="Before">The item as it was; null for one that comes.</param>
/// <param name="After">The item as it becomes; null for one that goes.</param>
public sealed record ItemChange(TemplateItem? Before, TemplateItem? After)
{
    /// <summary>Its kind.</summary>
    [JsonIgnore]
    public string Kind => (After ?? Before)!.Kind;

    /// <summary>Its id.</summary>
    [JsonIgnore]
    public string Id => (After ?? Before)!.Id;

    /// <summary>What takes it back.</summary>
    [JsonIgnore]
    public ItemChange Undone => new(After, Before);

    /// <inheritdoc />
    /// <remarks>Not its properties: what takes it back has one that takes that back, and so on.</remarks>
    public override string ToString() => $"{Kind}/{Id}: {Before} -> {After}";
}
