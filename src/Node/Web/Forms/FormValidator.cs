using FluentValidation;
using FluentValidation.Results;

namespace RecoveryCoP.Node.Web.Forms;

/// <summary>What a form must look like before anybody decides on it: each field what its data says, and whatever a feature adds.</summary>
/// <typeparam name="TForm">The form.</typeparam>
public class FormValidator<TForm> : AbstractValidator<TForm>
{
    private const int LongestLink = 1000;

    private readonly List<string> places = [];

    /// <summary>Checks these fields.</summary>
    public FormValidator(IEnumerable<FormField> fields)
    {
        fields = [.. fields];
        places.AddRange(fields.Select(f => f.Name));
        foreach (var field in fields)
        {
            RuleFor(form => form).Custom((form, context) =>
            {
                if (ErrorOf(form, field) is { } error)
                {
                    context.AddFailure(new ValidationFailure(context.PropertyPath.Length > 0 ? $"{context.PropertyPath}.{field.Name}" : field.Name, "") { ErrorCode = error.Code, CustomState = error.Args });
                }
            });
        }
    }

    /// <summary>What is wrong is told in the order of the page, whatever was looked at first; rows come behind the fields.</summary>
    public override ValidationResult Validate(ValidationContext<TForm> context)
    {
        var result = base.Validate(context);
        result.Errors = [.. result.Errors.OrderBy(e => places.IndexOf(e.PropertyName) is >= 0 and var place ? place : places.Count)];
        return result;
    }

    private static (string Code, object[] Args)? ErrorOf(TForm form, FormField field)
    {
        if (field.Kind == FieldKind.Checks)
        {
            var ticked = FormValues<TForm>.Many(form, field.Name);
            return ticked.Count == 0 && field.Missing is { } none ? (none, [])
                : !ticked.All(field.Options.Has) ? (FormRefusals.ChoiceUnknown, [])
                : ticked.Count > field.Most ? (FormRefusals.TooManyChosen, [field.Most])
                : null;
        }

        var typed = FormValues<TForm>.One(form, field.Name);
        var nothing = !Readable.IsSeen(typed);
        if (nothing && field.Missing is { } missing)
        {
            return (missing, field.Kind == FieldKind.Number ? [field.Least, field.Most] : []);
        }

        if (!nothing && field.Accepts is { } accepts)
        {
            return accepts(typed!) ? null : (field.Missing!, []);
        }

        return field.Kind switch
        {
            FieldKind.Line or FieldKind.Text when TypedText.Length(typed) is var length && length > field.Longest => (FormRefusals.TooLong, [field.Longest, length - field.Longest]),
            FieldKind.Line when !TypedText.IsLine(typed) => (FormRefusals.UnreadableLine, []),
            FieldKind.Text when !Readable.IsText(typed) => (FormRefusals.Unreadable, []),
            // A link that readers would not find is said to its writer, not left out.
            FieldKind.Text when !nothing && SafeMarkdown.DeadLinks(typed!) is { Count: > 0 } dead => (FormRefusals.LinkDead, [dead[0]]),
            FieldKind.Choice when !string.IsNullOrEmpty(typed) && field.Options.Count > 0 && !field.Options.Has(typed) => (field.Missing ?? FormRefusals.ChoiceUnknown, []),
            FieldKind.Number when !nothing && !(Digits.Read(typed) is { } number && number >= field.Least && number <= field.Most) => (field.Missing ?? FormRefusals.NumberUnclear, [field.Least, field.Most]),
            FieldKind.Link when !nothing && !IsLink(typed!) => (FormRefusals.LinkUnclear, []),
            _ => null,
        };
    }

    // Only https, and without a name before the host: a link that somebody wrote is opened by everybody, on whatever network they are, and where it leads is what they read.
    private static bool IsLink(string typed) =>
        TypedText.IsLine(typed) && typed.Trim().Length <= LongestLink && Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var link) && link is { Scheme: "https", UserInfo: "" };
}

/// <summary>What can be wrong with any field.</summary>
public static class FormRefusals
{
    /// <summary>More characters than there may be; arguments: the most, and how many too many.</summary>
    public const string TooLong = "form.too-long";

    /// <summary>More than one line, or something invisible.</summary>
    public const string UnreadableLine = "form.unreadable-line";

    /// <summary>Something invisible.</summary>
    public const string Unreadable = "form.unreadable";

    /// <summary>Something that cannot be chosen.</summary>
    public const string ChoiceUnknown = "form.choice-unknown";

    /// <summary>More boxes than may be ticked; argument: the most.</summary>
    public const string TooManyChosen = "form.too-many-chosen";

    /// <summary>Not a whole number within its limits; arguments: the least and the most.</summary>
    public const string NumberUnclear = "form.number-unclear";

    /// <summary>Not an https address.</summary>
    public const string LinkUnclear = "form.link-unclear";

    /// <summary>A link in a text that would not open; argument: its address.</summary>
    public const string LinkDead = "form.link-dead";

    /// <summary>Their texts.</summary>
    public static RefusalText[] Texts { get; } =
    [
        new(TooLong, new("C’est trop long\u00a0: au plus {0} caractères. Enlevez-en {1}.", "This is too long: {0} characters at most. Take out {1}.")),
        new(UnreadableLine, new("Écrivez une seule ligne, sans caractères invisibles.", "Write a single line, without invisible characters.")),
        new(Unreadable, new("Ce texte contient des caractères invisibles qui ne peuvent pas être gardés. Effacez-le et tapez-le de nouveau, ou collez-le sans mise en forme.", "This text contains invisible characters that cannot be kept. Delete and type it again, or paste it without formatting.")),
        new(ChoiceUnknown, new("Un de vos choix n’est pas dans la liste. Choisissez de nouveau.", "One of your choices is not in the list. Please choose again.")),
        new(TooManyChosen, new("Cochez au plus {0} cases.", "Tick {0} boxes at most.")),
        new(NumberUnclear, new("Écrivez un nombre de {0} à {1}.", "Write a number from {0} to {1}.")),
        new(LinkDead, new("Ce lien ne s’ouvrirait pas\u00a0: {0}. Il faut une adresse entière, qui commence par https://, sans nom ni mot de passe.", "This link would not open: {0}. It has to be a whole address that begins with https://, without a name or a password.")),
        new(LinkUnclear, new("Écrivez une adresse complète qui commence par https://, sans nom ni mot de passe.", "Write a whole address that begins with https://, without a name or a password.")),
    ];
}

/// <summary>Asks a validator.</summary>
public static class Validation
{
    /// <summary>What is wrong, each with the field and the code of its text; a failure's state is the text's argument, an array of them its arguments.</summary>
    public static IReadOnlyList<Refusal> Errors<T>(this IValidator<T> validator, T form) =>
        [.. validator.Validate(form).Errors.Select(e => Refusal.Of(e.ErrorCode, e.PropertyName, e.CustomState switch { null => [], object[] many => many, var one => [one] }))];
}
