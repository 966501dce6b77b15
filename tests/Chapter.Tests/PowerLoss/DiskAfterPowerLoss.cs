namespace RecoveryCoP.Chapter.Tests.PowerLoss;

/// <summary>What became of what was not yet synced when the power went.</summary>
public enum Fate
{
    NothingOfIt,
    AllOfIt,

    /// <summary>In the order in which it was written, up to a write of which some sectors are there.</summary>
    ABeginning,

    /// <summary>The last writes and not those before them.</summary>
    AnEnd,

    /// <summary>Each sector as it was after any of its writes, or before them.</summary>
    AnyOfIt,
}

/// <summary>
/// The files of a folder as a power cut may leave them. fsync promises that what was written to a file before is there, and its name; of what came after, a disk may
/// have written any sectors (512 bytes, each whole) in any order, and the length may be that of before or of any write since.
/// </summary>
public sealed class DiskAfterPowerLoss
{
    private const int Sector = 512;

    private readonly Dictionary<string, FileOnDisk> _files = [];
    private readonly bool _isHonest;

    /// <param name="before">The files that there were, which are whole.</param>
    /// <param name="isHonest">False for a disk that says that it has written, and has not.</param>
    public DiskAfterPowerLoss(IReadOnlyDictionary<string, byte[]> before, bool isHonest)
    {
        _isHonest = isHonest;
        foreach (var (name, bytes) in before)
        {
            _files[name] = new() { Durable = bytes, IsNamed = true };
        }
    }

    public void Happens(DiskEvent happened)
    {
        switch (happened)
        {
            case DiskEvent.Opened opened when !_files.TryGetValue(opened.File, out var there) || there.IsDeleted:
                _files[opened.File] = new() { Before = there };
                break;
            case DiskEvent.Written written:
                _files[written.File].Pending.Add((written.Offset, written.Bytes));
                break;
            case DiskEvent.Cut cut:
                _files[cut.File].Pending.Add((cut.Length, null));
                break;
            case DiskEvent.Synced synced when _isHonest:
                _files[synced.File].Sync();
                break;
            case DiskEvent.Deleted deleted:
                _files[deleted.File].IsDeleted = true;
                break;
        }
    }

    /// <summary>The files, after one of the fates that they may have had.</summary>
    public IEnumerable<(string Name, byte[] Bytes)> Left(Fate fate, Random random)
    {
        foreach (var (name, file) in _files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (file.Left(fate, random) is { } bytes)
            {
                yield return (name, bytes);
            }
        }
    }

    private sealed class FileOnDisk
    {
        public byte[] Durable { get; set; } = [];

        /// <summary>What was written since the last sync; without bytes, where the file was cut.</summary>
        public List<(long Offset, byte[]? Bytes)> Pending { get; } = [];

        /// <summary>True once a sync has made its name last.</summary>
        public bool IsNamed { get; set; }

        public bool IsDeleted { get; set; }

        /// <summary>Another of the same name, whose deletion may not have reached the disk.</summary>
        public FileOnDisk? Before { get; set; }

        public void Sync()
        {
            Durable = Left(Durable, Pending, Pending.Count, Length(Pending.Count));
            Pending.Clear();
            (IsNamed, Before) = (true, null);
        }

        /// <summary>Null where there is none.</summary>
        public byte[]? Left(Fate fate, Random random)
        {
            var isGone = fate switch { Fate.AllOfIt => IsDeleted, Fate.NothingOfIt => !IsNamed, _ => (IsDeleted || !IsNamed) && random.Next(2) == 0 };
            if (isGone)
            {
                return IsNamed || fate is Fate.AllOfIt ? null : Before?.Left(fate, random);
            }

            var count = Pending.Count;
            return fate switch
            {
                Fate.NothingOfIt => Durable,
                Fate.AllOfIt => Left(Durable, Pending, count, Length(count)),
                Fate.ABeginning => Torn(0, random.Next(count + 1), random),
                Fate.AnEnd => Torn(random.Next(count + 1), count, random),
                _ => Any(random),
            };
        }

        // Whole but for the last of them, of which some sectors are there.
        private byte[] Torn(int from, int to, Random random)
        {
            var writes = Pending[from..to];
            if (writes is [.., (var offset, { } bytes)])
            {
                var end = (int)Math.Min(bytes.Length, ((offset / Sector) + 1 + random.Next((bytes.Length / Sector) + 2)) * Sector - offset);
                writes[^1] = (offset, bytes[..end]);
            }

            return Left(Durable, writes, writes.Count, Length(random.Next(to + 1)));
        }

        private byte[] Any(Random random)
        {
            var lengths = Enumerable.Range(0, Pending.Count + 1).Select(Length).ToList();
            var left = Padded(Durable, lengths.Max());
            // A sector that was never written holds whatever the disk held there.
            random.NextBytes(left.AsSpan(Durable.Length));
            var sectors = Pending.Index().SelectMany(p => Touched(p.Item).Select(sector => (sector, p.Index))).ToLookup(p => p.sector, p => p.Index);
            foreach (var sector in sectors)
            {
                foreach (var index in sector.Take(random.Next(sector.Count() + 1)))
                {
                    Write(left, Pending[index], sector.Key * Sector, (sector.Key + 1) * Sector);
                }
            }

            return left[..(int)lengths[random.Next(lengths.Count)]];

            IEnumerable<long> Touched((long Offset, byte[]? Bytes) write)
            {
                var end = write.Bytes is { } bytes ? write.Offset + bytes.Length : left.Length;
                for (var sector = write.Offset / Sector; sector * Sector < end; sector++)
                {
                    yield return sector;
                }
            }
        }

        // How long the file is after so many of what is pending.
        private long Length(int count)
        {
            long length = Durable.Length;
            foreach (var (offset, bytes) in Pending.Take(count))
            {
                length = bytes is null ? Math.Min(length, offset) : Math.Max(length, offset + bytes.Length);
            }

            return length;
        }

        private static byte[] Left(byte[] durable, List<(long Offset, byte[]? Bytes)> writes, int count, long length)
        {
            var most = writes.Take(count).Select(w => w.Offset + (w.Bytes?.Length ?? 0)).Append(Math.Max(length, durable.Length)).Max();
            var left = Padded(durable, most);
            foreach (var write in writes.Take(count))
            {
                Write(left, write, 0, most);
            }

            return left[..(int)length];
        }

        private static byte[] Padded(byte[] bytes, long length)
        {
            var padded = new byte[Math.Max(length, bytes.Length)];
            bytes.CopyTo(padded, 0);
            return padded;
        }

        private static void Write(byte[] to, (long Offset, byte[]? Bytes) write, long from, long until)
        {
            var start = Math.Max(write.Offset, from);
            var end = Math.Min(Math.Min(write.Bytes is { } all ? write.Offset + all.Length : to.Length, until), to.Length);
            if (start >= end)
            {
                return;
            }

            var there = to.AsSpan((int)start, (int)(end - start));
            if (write.Bytes is { } bytes)
            {
                bytes.AsSpan((int)(start - write.Offset), there.Length).CopyTo(there);
            }
            else
            {
                there.Clear();
            }
        }
    }
}
