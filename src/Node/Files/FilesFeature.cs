using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web.Slots;

namespace RecoveryCoP.Node.Files;

/// <summary>How much room files may take. Section <c>Files</c>.</summary>
public sealed record FilesOptions
{
    /// <summary>The most that all files of this node may take together, in mebibytes. Default: 500.</summary>
    [Range(1, 1_000_000)]
    public int MostMebibytes { get; init; } = 500;
}

/// <summary>Registers files that records hold. Needs storage.</summary>
public static class FilesFeature
{
    /// <summary>The tables and the store; the features that hold files say where and for whom.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSchema(typeof(FilesFeature), "Files");
        services.AddNodeOptions<FilesOptions>("Files");
        services.AddSingleton<FileStore>();
        services.AddRefusals([.. FileText.Refusals]);
        services.AddPrivacyEntries(new PrivacyEntry(
            new("Les fichiers joints aux rencontres, et ce qui s’y trouve", "The files that go with meetings, and what is in them"), new("Pour lire avant de se rencontrer", "To read before meeting"),
            new("Les membres. Le lieu d’une photo et les noms dans les propriétés d’un texte sont enlevés d’abord. Effacés quand on les retire", "Members. Where a photograph was taken and the names in a document’s properties are taken out first. Erased when they are taken off"),
            Order: 108, "file *", "file_part *", "file_holder *")
        {
            NotInMyData = new("La liste de ceux que vous avez ajoutés y est; chacun s’ouvre sur la page de sa rencontre.", "The list of those that you added is in it; each opens on the page of its meeting."),
        });
        return services;
    }
}
