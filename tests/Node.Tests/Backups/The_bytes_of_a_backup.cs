using System.Security.Cryptography;
using RecoveryCoP.Node.Backups;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Tests.Backups;

/// <summary>What can happen to a file between the day it is made and the day it is needed.</summary>
public sealed class The_bytes_of_a_backup
{
    private const int Page = 4096;

    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(SealedFile.KeyBytes);
    private static readonly byte[] _drill = RandomNumberGenerator.GetBytes(SealedFile.KeyBytes);
    private static readonly RecoveryKey _words = RecoveryKey.Create();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public async Task come_back_as_they_were(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);

        Assert.Equal(content, await Open(Sealed(content, _key)));
    }

    [Fact]
    public async Task cut_anywhere_are_noticed()
    {
        var file = Sealed(RandomNumberGenerator.GetBytes(300_000), _key);

        foreach (var length in Enumerable.Range(0, (file.Length / Page) + 1).Select(page => page * Page).Append(file.Length - 1))
        {
            await Refused(file[..length]);
        }
    }

    [Fact]
    public async Task cut_between_two_chunks_are_noticed()
    {
        var file = Sealed(RandomNumberGenerator.GetBytes(4 * 65_536), _key);
        var start = file.Length - (4 * (65_536 + 16));

        for (var chunks = 0; chunks < 4; chunks++)
        {
            await Refused(file[..(start + (chunks * (65_536 + 16)))]);
        }
    }

    [Fact]
    public async Task with_something_behind_them_are_noticed() => await Refused([.. Sealed(RandomNumberGenerator.GetBytes(300_000), _key), 0]);

    [Fact]
    public async Task with_one_bit_turned_are_noticed()
    {
        var file = Sealed(RandomNumberGenerator.GetBytes(150_000), _key);
        var random = new Random(Seed.Say());

        // Every bit of what can be read without a key, and some of the rest.
        foreach (var bit in Enumerable.Range(0, 1000 * 8).Concat(Enumerable.Range(0, 500).Select(_ => random.Next(file.Length * 8))))
        {
            file[bit / 8] ^= (byte)(1 << (bit % 8));
            await Refused(file);
            file[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public async Task with_two_chunks_in_each_others_place_are_noticed()
    {
        var file = Sealed(RandomNumberGenerator.GetBytes(4 * 65_536), _key);
        var start = file.Length - (4 * (65_536 + 16));
        var (first, second) = (file[start..(start + 65_552)], file[(start + 65_552)..(start + 131_104)]);

        await Refused([.. file[..start], .. second, .. first, .. file[(start + 131_104)..]]);
    }

    [Fact]
    public async Task with_a_chunk_of_another_file_are_noticed_even_one_with_the_same_key()
    {
        var content = RandomNumberGenerator.GetBytes(4 * 65_536);
        var (one, other) = (Sealed(content, _key), Sealed(content, _key));
        Assert.Equal(one.Length, other.Length);

        await Refused([.. one[..^65_552], .. other[^65_552..]]);
    }

    [Fact]
    public void open_with_the_words_or_the_drill_key_and_with_no_others()
    {
        using var others = RecoveryKey.Create();
        var (words, drill) = (KeySeals.ToWords(_words.Key.Public, _key), KeySeals.ToDrill(_drill, _key));
        Assert.True(RecoveryKey.TryParse(string.Join(' ', _words.Words), out var typed));

        Assert.Equal(_key, KeySeals.Open(words, typed.Key));
        Assert.Equal(_key, KeySeals.Open(drill, _drill));
        Assert.Null(KeySeals.Open(words, others.Key));
        Assert.Null(KeySeals.Open(drill, RandomNumberGenerator.GetBytes(SealedFile.KeyBytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RCOPBACK")]
    [InlineData("SQLite format 3")]
    [InlineData("RCOPBACK\0\0\0\u0002{}")]
    [InlineData("RCOPBACK\0\0\0\u0004null")]
    [InlineData("RCOPBACK\u007f\u007f\u007f\u007f")]
    public async Task that_are_none_are_noticed(string file) => await Refused([.. file.Select(c => (byte)c)]);

    [Fact]
    public async Task of_a_form_to_come_are_told_by_name()
    {
        using var file = new MemoryStream((Header() with { Format = 2 }).ToBytes());

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() => BackupHeader.Read(file, Cancel));

        Assert.Equal("backup.newer-form", refused.Refusal.Code);
    }

    [Fact]
    public async Task cut_off_leave_nothing_in_the_clear()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("cut.backup"), Sealed(RandomNumberGenerator.GetBytes(300_000), _key)[..^1], Cancel);
        var opened = folder.Folder("opened");

        await Assert.ThrowsAsync<BackupRefusedException>(() => UnpackedBackup.Open(folder.File("cut.backup"), _ => _key, opened, Cancel));

        Assert.Empty(Directory.GetFileSystemEntries(opened));
    }

    [Fact]
    public void with_the_database_of_another_node_are_noticed()
    {
        var written = new CheckedDatabase(new string('a', 32), "01", 3, new(StringComparer.Ordinal) { ["node"] = 1 });
        var backup = new UnpackedBackup(Header(), "", "", written);

        backup.Compare(written);
        Assert.Equal("backup.damaged", Assert.Throws<BackupRefusedException>(() => backup.Compare(written with { Node = new string('b', 32) })).Refusal.Code);
        Assert.Equal("backup.damaged", Assert.Throws<BackupRefusedException>(() => backup.Compare(written with { Key = "02" })).Refusal.Code);
    }

    private static BackupHeader Header() => new()
    {
        Program = "0.1.0", Node = new string('a', 32), Kind = "chapter", Engine = Engine.Sqlite, MadeAt = new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), DatabaseBytes = 1,
        Words = KeySeals.ToWords(_words.Key.Public, _key), Drill = KeySeals.ToDrill(_drill, _key),
    };

    private static byte[] Sealed(byte[] content, byte[] key)
    {
        using var file = new MemoryStream();
        using var sealing = SealedFile.Begin(file, Header(), key);
        // In pieces that fit no chunk.
        foreach (var piece in content.Chunk(10_007))
        {
            sealing.Write(piece);
        }

        sealing.Complete();
        return file.ToArray();
    }

    private static async Task<byte[]> Open(byte[] file)
    {
        using var from = new MemoryStream(file);
        using var to = new MemoryStream();
        var (header, hash) = await BackupHeader.Read(from, Cancel);
        await SealedFile.Open(from, hash, KeySeals.Open(header.Drill, _drill) ?? throw BackupHeader.Damaged, to, Cancel);
        return to.ToArray();
    }

    private static Task<BackupRefusedException> Refused(byte[] file) => Assert.ThrowsAsync<BackupRefusedException>(() => Open(file));
}
