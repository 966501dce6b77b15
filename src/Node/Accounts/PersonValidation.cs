using FluentValidation;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Node.Accounts;

/// <summary>What every form about a person asks of a name, an address and a language.</summary>
internal static class PersonValidation
{
    public const int LongestName = 80;

    public static void IsAName<T>(this IRuleBuilderInitial<T, string?> name) => name.Cascade(CascadeMode.Stop)
        .Must(Readable.IsSeen).WithErrorCode("account.name-missing")
        .Must(n => n!.Trim().Length <= LongestName).WithErrorCode("account.name-too-long").WithState(_ => LongestName)
        .Must(Readable.IsLine).WithErrorCode("account.name-unreadable");

    public static void IsAnAddress<T>(this IRuleBuilderInitial<T, string?> address) =>
        address.Must(a => EmailAddress.Parse(a) is not null).WithErrorCode("account.address-invalid");

    public static void IsALanguage<T>(this IRuleBuilderInitial<T, string?> language) =>
        language.Must(t => t is "fr" or "en").WithErrorCode("account.language-missing");
}
