using FluentValidation;

namespace RecoveryCoP.Node.Rules;

/// <summary>The shape of a command, checked by FluentValidation before any rule looks at it.</summary>
public static class Validation
{
    /// <summary>What is wrong with a command, each with the field and the code of its text; a validator's custom state is the text's argument, an array of them its arguments.</summary>
    public static IReadOnlyList<Refusal> Faults<T>(this IValidator<T> shape, T command) =>
        [.. shape.Validate(command).Errors.Select(e => Refusal.Of(e.ErrorCode, e.PropertyName, e.CustomState switch { null => [], object[] many => many, var one => [one] }))];
}
