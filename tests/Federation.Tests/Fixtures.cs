global using System.Globalization;

// Each test runs whole programs, which need the cores that there are.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(RecoveryCoP.Federation.Tests.Harness.FoundedNetwork))]
[assembly: AssemblyFixture(typeof(PostgresServer))]
