namespace RecoveryCoP.Demo;

/// <summary>What is said, in both languages.</summary>
internal sealed record Words(string Fr, string En);
