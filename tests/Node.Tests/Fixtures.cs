[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: ShowsDurability]
