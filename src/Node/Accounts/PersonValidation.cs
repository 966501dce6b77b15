using FluentValidation;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts;

/// <summary>What every form about a person asks of a name, an address and a language.</summary>
internal static class PersonValidation
{
    public const int LongestName = 80;

    public static void IsAName<T>(this IRuleBuilderInitial<T, string?> name) => name.Cascade(CascadeMode.Stop)
        .Must(Readable.IsSeen).WithErrorCode(AccountRefusals.NameMissing)
        .Must(n => n!.Trim().Length <= LongestName).WithErrorCode(AccountRefusals.NameTooLong).WithState(_ => LongestName)
        .Must(Readable.IsLine).WithErrorCode(AccountRefusals.NameUnreadable);

    public static void IsAnAddress<T>(this IRuleBuilderInitial<T, string?> address) =>
        address.Must(a => EmailAddress.Parse(a) is not null).WithErrorCode(AccountRefusals.AddressInvalid);

    public static void IsALanguage<T>(this IRuleBuilderInitial<T, string?> language) =>
        language.Must(t => t is "fr" or "en").WithErrorCode(AccountRefusals.LanguageMissing);
}
