namespace RecoveryCoP.Testing;

/// <summary>A test assembly that shows what a power cut leaves: its PostgreSQL waits for the disk (<c>fsync=on</c>), as one in use does.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ShowsDurabilityAttribute : Attribute;
