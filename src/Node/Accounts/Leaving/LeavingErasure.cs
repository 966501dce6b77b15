namespace RecoveryCoP.Node.Accounts.Leaving;

/// <summary>
/// What a feature erases of somebody who leaves and wants everything erased: said on their page beforehand, in a list, and done by a <see cref="LeaverFollower"/>.
/// </summary>
/// <param name="What">In a few words.</param>
/// <param name="Order">Smaller comes first.</param>
public sealed record LeavingErasure(Text What, int Order)
{
    /// <summary>Where they are asked whether they want it: the kind under which their wish is noted (<see cref="Storage.Erasure"/>), which followers look for. Null where it is not asked.</summary>
    public string? Asked { get; init; }
}
