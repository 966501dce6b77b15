using FluentValidation;
using FluentValidation.Results;
using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Invitations;

/// <summary>A pasted list as it is typed, and the step that was chosen.</summary>
public sealed record InviteForm
{
    /// <summary>Addresses, with anything between them.</summary>
    public string? Addresses { get; init; }

    /// <summary>What the inviter says.</summary>
    public string? Words { get; init; }

    /// <summary>The batch that it would become.</summary>
    public string? Batch { get; init; }

    /// <summary>The button.</summary>
    public string? Step { get; init; }

    /// <summary>The inviter's words, here and with a roster.</summary>
    public static FormField WordsField { get; } = new(nameof(Words), InvitationText.Words, InvitationText.WordsHelp) { Kind = FieldKind.Text, Longest = InvitationLimits.LongestWords, Rows = 4 };

    /// <summary>What is asked.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new(nameof(Addresses), InvitationText.Addresses, InvitationText.AddressesHelp) { Kind = FieldKind.Text, Missing = "invitation.addresses-missing", Rows = 6 },
        WordsField,
    ];

    /// <summary>What it must look like; each address is judged for itself.</summary>
    public static FormValidator<InviteForm> Validator { get; } = new InviteValidator();

    // A list is no text with links in it, which is how fields of several lines are judged.
    private sealed class InviteValidator : FormValidator<InviteForm>
    {
        public InviteValidator() : base([WordsField]) => RuleFor(f => f.Addresses).Custom((typed, context) =>
        {
            var length = TypedText.Length(typed);
            (string Code, object[] Args)? error = !Readable.IsSeen(typed) ? ("invitation.addresses-missing", [])
                : length > InvitationLimits.LongestList ? (FormRefusals.TooLong, [InvitationLimits.LongestList, length - InvitationLimits.LongestList])
                : null;
            if (error is var (code, args))
            {
                context.AddFailure(new ValidationFailure(nameof(Addresses), "") { ErrorCode = code, CustomState = args });
            }
        });
    }
}

/// <summary>A roster as it was chosen or pasted, its columns, and the step that was chosen.</summary>
public sealed record RosterForm
{
    /// <summary>The file's field; what is in it goes on as <see cref="Text"/>.</summary>
    public string? File { get; init; }

    /// <summary>The table, pasted or read from the file: carried in the form, and kept nowhere.</summary>
    public string? Text { get; init; }

    /// <summary>Which column has the addresses.</summary>
    public string? Addresses { get; init; }

    /// <summary>Which has the languages; none: empty.</summary>
    public string? Languages { get; init; }

    /// <summary>The columns with which the rows were shown.</summary>
    public string? Seen { get; init; }

    /// <summary>What the inviter says.</summary>
    public string? Words { get; init; }

    /// <summary>The batch that it would become.</summary>
    public string? Batch { get; init; }

    /// <summary>The button.</summary>
    public string? Step { get; init; }
}
