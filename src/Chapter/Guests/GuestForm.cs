using RecoveryCoP.Chapter.Meetings;
using RecoveryCoP.Node.Accounts;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Guests;

/// <summary>That somebody comes, as typed: an address to write to, and how.</summary>
public sealed record GuestForm
{
    /// <summary>Their email address.</summary>
    public string? Address { get; set; }

    /// <summary>In person or remote.</summary>
    public string? Mode { get; set; }

    /// <summary>The fields where a meeting has both ways.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Address), GuestText.Address, GuestText.AddressHelp)
        {
            Type = "email", Autocomplete = "email", Longest = EmailAddress.MaxLength, Missing = "guest.address-unclear", Accepts = typed => EmailAddress.Parse(typed) is not null,
        },
        new(nameof(Mode), GuestText.How) { Kind = FieldKind.Choice, Options = MeetingCodes.Presences, Missing = "guest.way-missing" },
    ];

    /// <summary>What is wrong with a form.</summary>
    public static FormValidator<GuestForm> Validator { get; } = new(Fields);
}
