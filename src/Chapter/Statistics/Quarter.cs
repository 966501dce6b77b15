using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RecoveryCoP.Chapter.Statistics;

/// <summary>A quarter of a calendar year, in the time of Montréal: the same for every chapter, and nobody can choose another period.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>Its first instant.</summary>
    public DateTimeOffset Start => InstantOf(new DateTime(Year, (Number * 3) - 2, 1));

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => InstantOf(new DateTime(Year, (Number * 3) - 2, 1).AddMonths(3));

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay => new(Year, (Number * 3) - 2, 1);

    /// <summary>Its last day.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>The one before.</summary>
    public Quarter Previous => Number == 1 ? new(Year - 1, 4) : this with { Number = Number - 1 };

    /// <summary>The key of its return: the same for ever, made from its name.</summary>
    public Guid Key => new(SHA256.HashData(Encoding.ASCII.GetBytes($"recoverycop statistics return {this}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>The quarter of an instant.</summary>
    public static Quarter Of(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Dates.Zone);
        return new(local.Year, (local.Month + 2) / 3);
    }

    /// <summary>Reads <c>2026Q4</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not [_, _, _, _, 'Q', >= '1' and <= '4']
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 2000)
        {
            return false;
        }

        quarter = new(year, text[5] - '0');
        return true;
    }

    /// <summary>True when the instant is in it.</summary>
    public bool Contains(DateTimeOffset at) => at >= Start && at < End;

    /// <summary>True when nothing can happen in it any more.</summary>
    public bool HasEnded(DateTimeOffset now) => now >= End;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");

    private static DateTimeOffset InstantOf(DateTime local) => new(local, Dates.Zone.GetUtcOffset(local));
}
