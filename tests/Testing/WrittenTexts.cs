using System.Reflection.Emit;

namespace RecoveryCoP.Testing;

/// <summary>Something a program says, as it stands in its code.</summary>
/// <param name="Where">The type and method that say it.</param>
/// <param name="Fr">French.</param>
/// <param name="En">English.</param>
public sealed record WrittenText(string Where, string Fr, string En);

/// <summary>
/// Every text that a program writes down in both languages. They are in properties, lists, branches and pages: what they have in common is the
/// instruction that makes one of two literals, so that is what is looked for.
/// </summary>
public static class WrittenTexts
{
    private const string Text = "RecoveryCoP.Node.Localization.Text";
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> _codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Those of one program; addresses are texts too, and left out.</summary>
    public static IReadOnlyList<WrittenText> In(Assembly program) =>
    [
        .. from type in program.GetTypes()
           from method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All))
           from text in In(method)
           where !text.Fr.StartsWith('/')
           select text,
    ];

    private static IEnumerable<WrittenText> In(MethodBase method)
    {
        var body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        string? before = null, last = null;
        for (var at = 0; at < body.Length;)
        {
            var code = _codes[body[at] == 0xFE ? unchecked((short)(0xFE00 | body[at + 1])) : body[at]];
            at += code.Size;
            if (code == OpCodes.Ldstr)
            {
                (before, last) = (last, method.Module.ResolveString(BitConverter.ToInt32(body, at)));
            }
            else
            {
                if (code == OpCodes.Newobj && before is not null && last is not null && Makes(method, BitConverter.ToInt32(body, at)) == Text)
                {
                    yield return new WrittenText($"{method.DeclaringType}.{method.Name}", before, last);
                }

                (before, last) = (null, null);
            }

            at += LengthOfOperand(code, body, at);
        }
    }

    private static string? Makes(MethodBase method, int token) => method.Module.ResolveMethod(
        token,
        method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!.DeclaringType!.FullName;

    private static int LengthOfOperand(OpCode code, byte[] body, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, at),
        _ => 4,
    };
}
