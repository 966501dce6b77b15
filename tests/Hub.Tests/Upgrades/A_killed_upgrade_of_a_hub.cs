namespace RecoveryCoP.Hub.Tests.Upgrades;

public sealed class A_killed_upgrade_of_a_hub(PostgresServer server) : A_killed_upgrade(HubNode.Kind, HubNode.AddFeatures, typeof(HubNode).Assembly, server);
