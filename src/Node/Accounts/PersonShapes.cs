using FluentValidation;
using RecoveryCoP.Node.Rules;

namespace RecoveryCoP.Node.Accounts;

/// <summary>What every form about a person asks of a name, an address and a language.</summary>
internal static class PersonShapes
{
    public const int LongestName = 80;

    public static void IsAName<T>(this IRuleBuilderInitial<T, string?> name) => name.Cascade(CascadeMode.Stop)
        .Must(Readable.IsSeen).WithErrorCode(AccountProblem.NameMissing)
        .Must(n => n!.Trim().Length <= LongestName).WithErrorCode(AccountProblem.NameTooLong).WithState(_ => LongestName)
        .Must(Readable.IsLine).WithErrorCode(AccountProblem.NameUnreadable);

    public static void IsAnAddress<T>(this IRuleBuilderInitial<T, string?> address) =>
        address.Must(a => EmailAddress.Parse(a) is not null).WithErrorCode(AccountProblem.AddressInvalid);

    public static void IsATongue<T>(this IRuleBuilderInitial<T, string?> tongue) =>
        tongue.Must(t => t is "fr" or "en").WithErrorCode(AccountProblem.TongueMissing);
}
