using System.Globalization;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>A whole number from 0 upwards as it stands in a form or an address: digits alone, the same in both languages.</summary>
public static class Digits
{
    /// <summary>The digits of a number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number that was typed, spaces around it or not; null for anything else.</summary>
    public static int? Read(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
