namespace RecoveryCoP.Chapter.Tests.Upgrades;

public sealed class A_killed_upgrade_of_a_chapter(PostgresServer server) : A_killed_upgrade(ChapterNode.Kind, ChapterNode.AddFeatures, typeof(ChapterNode).Assembly, server);
