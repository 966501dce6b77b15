[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(ImapServer))]
[assembly: AssemblyFixture(typeof(RecoveryCoP.Testing.Browser))]
