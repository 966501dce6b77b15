using RecoveryCoP.Node.Web.Forms;

namespace RecoveryCoP.Chapter.Federation;

/// <summary>That the hub is at another address now, as typed. It is the same hub, so no code is needed.</summary>
public sealed record MovedHub
{
    /// <summary>Where its gRPC listens now.</summary>
    public string? Address { get; init; }

    /// <summary>The form's fields.</summary>
    public static IReadOnlyList<FormField> Fields { get; } = [.. EnrolChapter.Fields.Where(f => f.Name == nameof(Address))];
}
