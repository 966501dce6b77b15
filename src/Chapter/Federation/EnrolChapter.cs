using RecoveryCoP.Node.Federation.Client;
using RecoveryCoP.Node.Trust;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>Gives a code to a hub, as typed.</summary>
public sealed record EnrolChapter
{
    /// <summary>The code that the hub's operator handed out.</summary>
    public string? Code { get; init; }

    /// <summary>Where the hub's gRPC listens.</summary>
    public string? Address { get; init; }

    /// <summary>The form's fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Code), NetworkPageText.Code, NetworkPageText.CodeHelp)
        {
            Missing = "federation.code-mistyped",
            Accepts = typed => EnrolmentCode.TryParse(typed, out _),
        },
        new(nameof(Address), NetworkPageText.Address, NetworkPageText.AddressHelp)
        {
            Missing = "federation.hub-address-invalid",
            Accepts = typed => HubAddress.Normalise(typed) is not null,
            Type = "url",
        },
    ];
}
