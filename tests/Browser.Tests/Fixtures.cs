[assembly: AssemblyFixture(typeof(Browser))]
[assembly: AssemblyFixture(typeof(RecoveryCoP.Browser.Tests.Nodes.SharedNetwork))]
