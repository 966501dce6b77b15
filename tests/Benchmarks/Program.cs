using RecoveryCoP.Benchmarks.Chapter;
using RecoveryCoP.Benchmarks.Federation;
using RecoveryCoP.Benchmarks.Hub;
using RecoveryCoP.Benchmarks.Library;
using RecoveryCoP.Benchmarks.Practices;
using RecoveryCoP.Benchmarks.Published;
using RecoveryCoP.Benchmarks.Runner;
using RecoveryCoP.Benchmarks.Storage;
using RecoveryCoP.Testing;

// dotnet run -c Release --project tests/Benchmarks [name …] [--quick | --once]
await using var postgres = new PostgresServer();
await using var hubPages = new HubPages(postgres);
await using var largePull = new LargePull();
return await Run.All([new BareSqlite(), new Revise(postgres), new ChapterPages(postgres), new Announcement(postgres), new Taps(), new WhoMayKnow(), new PublishedPrograms(), new BulkExchange(postgres), new Propagation(postgres), new Growth(), new LibraryWork(postgres), hubPages, largePull, new BackupAndRestore()], args);
