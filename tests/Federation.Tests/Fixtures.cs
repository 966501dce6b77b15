global using System.Globalization;

// Each test runs whole programs, which start on one core and then wait for each other: two at a time use what two cores have.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: AssemblyFixture(typeof(PostgresServer))]
