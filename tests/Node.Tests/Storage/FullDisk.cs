using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Storage;
using RecoveryCoP.Node.Storage;

namespace RecoveryCoP.Node.Tests.Storage;

public sealed class A_full_disk : StorageOn
{
    private string _disk = "";
    private bool _mounted;

    public override async ValueTask InitializeAsync()
    {
        _disk = Folder.Folder("disk");
        await using (var mount = ChildProcess.Start("sh", ["-c", "mount -t tmpfs -o size=3m none \"$1\"", "sh", _disk]))
        {
            var finished = await mount.Ended(Cancel);
            _mounted = finished.ExitCode == 0;
            if (!_mounted)
            {
                Required.Missing("mount", $"A small disk cannot be mounted here: {finished.Error.Trim()}", "Run as root on Linux.");
            }
        }

        await base.InitializeAsync();
        await Migrate(Database);
        await Database.Write(t => t.Execute("create table thing (n integer primary key, body blob)"), Cancel);
    }

    [Fact]
    public async Task keeps_every_acknowledged_row_says_that_it_is_full_and_goes_on_when_there_is_room()
    {
        var stored = 0;
        var filler = Path.Combine(_disk, "filler");
        await File.WriteAllBytesAsync(filler, new byte[600_000], Cancel);
        var full = await Assert.ThrowsAsync<SqliteException>(async () =>
        {
            while (true)
            {
                await Add(stored + 1);
                stored++;
            }
        });

        Assert.Equal(StorageFailure.Full, StorageFailure.CodeOf(full));
        Assert.Equal(stored, await Database.Find<long>("select count(*) from thing", null, Cancel));

        File.Delete(filler);
        await Add(stored + 1);
        Assert.Equal(stored + 1, await Database.Find<long>("select count(*) from thing", null, Cancel));
        Assert.Null(await Database.CheckIntegrity(Cancel));
    }

    [Fact]
    public async Task refuses_texts_and_takes_them_again_when_there_is_room()
    {
        var texts = new TextStore(Database, NullLogger<TextStore>.Instance);
        var filler = Path.Combine(_disk, "filler");
        await File.WriteAllBytesAsync(filler, new byte[600_000], Cancel);
        var stored = new List<byte[]>();
        var full = await Assert.ThrowsAsync<InconsistentStateException>(async () =>
        {
            while (true)
            {
                stored.Add(await texts.Put(Body(stored.Count), Guid.Empty, Cancel));
            }
        });
        Assert.Equal(StorageFailure.Full, StorageFailure.CodeOf(full));

        File.Delete(filler);
        stored.Add(await texts.Put(Body(stored.Count), Guid.Empty, Cancel));

        for (var n = 0; n < stored.Count; n++)
        {
            Assert.Equal(Body(n), await texts.Get(stored[n], Cancel));
        }
    }

    [Fact]
    public async Task that_keeps_the_log_from_being_emptied_does_not_take_the_patience_of_those_who_write_next()
    {
        for (var n = 1; n <= 250; n++)
        {
            await Add(n);
        }

        // What is in the log has no room in the file.
        await File.WriteAllBytesAsync(Path.Combine(_disk, "filler"), new byte[new DriveInfo(_disk).AvailableFreeSpace], Cancel);
        var full = await Assert.ThrowsAsync<SqliteException>(() => Database.Forget(Cancel));

        Assert.Equal(StorageFailure.Full, StorageFailure.CodeOf(full));
        Assert.Equal(5000, await Database.Write(t => t.Find<long>("pragma busy_timeout"), Cancel));
    }

    [Fact]
    public async Task in_the_middle_of_an_upgrade_leaves_the_database_as_it_was_and_lets_it_be_done_when_there_is_room()
    {
        await Add(1);
        var grows = new FeatureSchema(new OneStep("Later/Schema/900-later.sqlite.sql", """
            alter table thing add column later text;
            create table grown as with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) select i, 'plus tard' as word from n;
            create index grown_i on grown (i);
            """), "Later");

        await File.WriteAllBytesAsync(Path.Combine(_disk, "filler"), new byte[new DriveInfo(_disk).AvailableFreeSpace - 600_000], Cancel);
        var full = await Assert.ThrowsAsync<SqliteException>(() => Migrate(Database, grows));

        Assert.Equal(StorageFailure.Full, StorageFailure.CodeOf(full));
        Assert.Equal(0, await Database.Find<long>("select count(*) from sqlite_master where name like 'grown%'", null, Cancel));
        Assert.Equal(0, await Database.Find<long>("select count(*) from schema_migration where feature = 'Later'", null, Cancel));
        Assert.Equal(0, await Database.Find<long>("select count(*) from pragma_table_info('thing') where name = 'later'", null, Cancel));
        Assert.Null(await Database.CheckIntegrity(Cancel));

        var small = new FeatureSchema(new OneStep("Later/Schema/900-later.sqlite.sql", "alter table thing add column later text;"), "Later");
        File.Delete(Path.Combine(_disk, "filler"));
        await Migrate(Database, small);
        await Add(2);
        Assert.Equal(2, await Database.Find<long>("select count(*) from thing where later is null", null, Cancel));
    }

    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Path.Combine(_disk, "node.db")));

    protected override async ValueTask Close()
    {
        if (_mounted)
        {
            await Database.DisposeAsync();
            await using var unmount = ChildProcess.Start("umount", [_disk]);
            await unmount.Ended(CancellationToken.None);
        }
    }

    private Task<int> Add(int n) => Database.Write(t => t.Execute("insert into thing (n, body) values (@n, @body)", new { n, body = Body(n) }), Cancel);

    private static byte[] Body(int n)
    {
        var body = new byte[2_000];
        new Random(n).NextBytes(body);
        return body;
    }
}
