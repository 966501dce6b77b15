using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Node.Storage;

/// <summary>
/// Something that was erased for good: which kind of thing, and its id. Nothing of a person is in it, so it may be kept for as long as there are backups
/// in which the thing still stands.
/// </summary>
/// <param name="Kind">Lower case, with hyphens; never reused for another meaning.</param>
/// <param name="Id">Its own id, or one worked out of what makes it that thing (<see cref="IdOf"/>).</param>
public readonly record struct Erasure(string Kind, Guid Id)
{
    /// <summary>An id for what has none: the same for the same parts, and telling nothing of them.</summary>
    public static Guid IdOf(params ReadOnlySpan<object> parts) => new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', parts.ToArray().Select(p => p is DateTimeOffset at ? at.UtcTicks.ToString(CultureInfo.InvariantCulture) : p))))[..16]);
}

/// <summary>A record from which people have things erased. Which those are is said once: whatever was there before a write and is not there after it was erased, whichever operation did it.</summary>
public interface IErasable
{
    /// <summary>All that is there and can be erased for good.</summary>
    IEnumerable<Erasure> Erasable { get; }

    /// <summary>The record as it is once one of them is erased.</summary>
    GrainRecord Without(Erasure erased, DateTimeOffset now);
}
