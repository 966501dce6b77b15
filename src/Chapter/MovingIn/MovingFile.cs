using Microsoft.AspNetCore.Http;
using RecoveryCoP.Chapter.Invitations;

namespace RecoveryCoP.Chapter.MovingIn;

/// <summary>A table or a calendar that somebody sends: read, shown, and kept nowhere.</summary>
internal static class MovingFile
{
    /// <summary>Its text: of the file that was chosen, else what the form carried along; refused when there is none, or too much.</summary>
    public static async Task<Result<string>> Text(HttpContext context, string? carried, CancellationToken cancellationToken)
    {
        var file = context.Request.Form.Files.GetFile(MovingForm.FileField);
        if (file is not { Length: > 0 })
        {
            return string.IsNullOrEmpty(carried) ? Refusal.Of("moving-in.file-missing", MovingForm.FileField) : carried;
        }

        if (file.Length > MovingLimits.LargestFile)
        {
            return Refusal.Of("moving-in.file-too-large", MovingForm.FileField, MovingLimits.LargestMegabytes);
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return Roster.TextOf(bytes.ToArray(), MovingForm.FileField);
    }
}
