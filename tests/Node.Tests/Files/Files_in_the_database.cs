using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using RecoveryCoP.Node.Files;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Tests.Storage;

namespace RecoveryCoP.Node.Tests.Files;

public abstract class Files_in_the_database : StorageOn
{
    private static readonly Guid _meeting = new("0197a000-0000-7000-8000-000000000001"), _other = new("0197a000-0000-7000-8000-000000000002");
    private static readonly Guid[] _ids = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private readonly FakeTimeProvider _clock = new();

    private FileStore Files => new(Database, new FilesOptions { MostMebibytes = 1 }, new DiskRoom([], 0, _clock, NullLogger<DiskRoom>.Instance), _clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Migrate(Database, new FeatureSchema(typeof(FileStore).Assembly, "Files"));
    }

    [Fact]
    public async Task are_read_from_anywhere_and_no_further_than_wanted()
    {
        var file = File(300_000, 1);
        Assert.True((await Files.Put(_ids[0], _meeting, file, Cancel)).Succeeded);

        await using var stream = (await Files.Open(file.Stored, Cancel))!;
        Assert.Equal(300_000, stream.Length);
        Assert.Equal(file.Bytes, await Read(stream));
        foreach (var from in (int[])[0, 131_071, 131_072, 131_073, 262_144, 299_999, 300_000, 400_000])
        {
            stream.Seek(from, SeekOrigin.Begin);
            Assert.Equal(file.Bytes.Skip(from), await Read(stream));
        }

        Assert.Null(await Files.Open(File(10, 9).Stored, Cancel));
    }

    [Fact]
    public async Task are_stored_once_and_go_with_the_last_record_that_names_them()
    {
        var file = File(200_000, 1);
        await Files.Put(_ids[0], _meeting, file, Cancel);
        await Files.Put(_ids[0], _meeting, file, Cancel);
        await Files.Put(_ids[1], _other, file, Cancel);
        Assert.Equal((1, 2, 2), await Counts());
        await Keep(_meeting, _ids[0]);
        await Keep(_other, _ids[1]);

        await Keep(_meeting);
        Assert.Equal((1, 2, 1), await Counts());
        await Keep(_other);
        Assert.Equal((0, 0, 0), await Counts());
        Assert.Null(await Files.Open(file.Stored, Cancel));
    }

    [Fact]
    public async Task wait_for_the_state_that_will_name_them_and_no_longer()
    {
        await Files.Put(_ids[0], _meeting, File(10, 1), Cancel);
        await Files.Put(_ids[1], _meeting, File(10, 2), Cancel);
        await Files.Put(_ids[2], _other, File(10, 3), Cancel);

        // The record was saved for another reason meanwhile.
        await Keep(_meeting);
        Assert.Equal((3, 3, 3), await Counts());
        await Keep(_meeting, _ids[0]);
        _clock.Advance(TimeSpan.FromHours(2));
        await Keep(_meeting, _ids[0]);
        Assert.Equal((2, 2, 2), await Counts());
        await Files.Drop(_ids[2], Cancel);
        await Files.Drop(_ids[0], Cancel);
        Assert.Equal((1, 1, 1), await Counts());
    }

    [Fact]
    public async Task are_refused_when_there_is_no_room_and_what_is_there_already_takes_none()
    {
        await Files.Put(_ids[0], _meeting, File(700_000, 1), Cancel);

        var refused = await Files.Put(_ids[1], _meeting, File(400_000, 2), Cancel);
        Assert.Equal([Refusal.Of("file.quota", "", 0).ToString()], refused.Refusals.Select(r => r.ToString()));
        Assert.Equal((1, 6, 1), await Counts());
        Assert.True((await Files.Put(_ids[2], _other, File(700_000, 1), Cancel)).Succeeded);
        await Keep(_meeting);
        Assert.True((await Files.Put(_ids[3], _other, File(300_000, 3), Cancel)).Succeeded);
    }

    [Fact]
    public async Task are_one_for_each_id_and_another_one_is_refused_and_leaves_nothing_behind()
    {
        var file = File(10, 1);
        Assert.True((await Files.Put(_ids[0], _meeting, file, Cancel)).Value!.IsNew);
        Assert.False((await Files.Put(_ids[0], _meeting, file, Cancel)).Value!.IsNew);

        foreach (var (holder, another) in ((Guid, CheckedFile)[])[(_meeting, File(10, 2)), (_other, file)])
        {
            Assert.Equal(["file.sent-twice"], (await Files.Put(_ids[0], holder, another, Cancel)).Refusals.Select(r => r.Code));
        }

        Assert.Equal((1, 1, 1), await Counts());
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Files.Put(_ids[1], _meeting, File(10, (byte)(10 + i)), Cancel)));
        Assert.Single(sent, s => s.Succeeded);
        Assert.Equal((2, 2, 2), await Counts());
    }

    [Fact]
    public async Task are_stored_and_let_go_by_many_at_once()
    {
        var files = Enumerable.Range(0, 3).Select(i => File(1000, (byte)i)).ToList();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var (id, holder) = (new Guid(i, 1, 0, new byte[8]), new Guid(i % 4, 2, 0, new byte[8]));
            Assert.True((await Files.Put(id, holder, files[i % 3], Cancel)).Succeeded);
            if (i % 2 == 1)
            {
                await Files.Drop(id, Cancel);
            }
        }));

        Assert.Equal((3, 3, 30), await Counts());
    }

    private static CheckedFile File(int size, byte seed) => new(FileKind.Pdf, [.. Enumerable.Range(0, size).Select(i => (byte)((i * 31) + (i >> 8) + seed))]);

    private static async Task<byte[]> Read(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Cancel);
        return all.ToArray();
    }

    private Task Keep(Guid holder, params Guid[] named) => Database.Write(t => Files.Keep(t, holder, named), Cancel);

    private async Task<(long Files, long Parts, long Holders)> Counts() => (
        await Database.Find<long>("select count(*) from file", null, Cancel),
        await Database.Find<long>("select count(*) from file_part", null, Cancel),
        await Database.Find<long>("select count(*) from file_holder", null, Cancel));
}

public sealed class Files_in_the_database_on_sqlite : Files_in_the_database
{
    protected override Task<Database> Connect() => Task.FromResult<Database>(new SqliteDatabase(Folder.File("node.db")));
}

public sealed class Files_in_the_database_on_postgresql(PostgresServer server) : Files_in_the_database
{
    private readonly OwnPostgres _postgres = new(server);

    protected override Task<Database> Connect() => _postgres.Connect();
}
