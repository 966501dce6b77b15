using System.Globalization;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Trust;

namespace RecoveryCoP.Node.Feed;

/// <summary>Proofs as files, from the command line.</summary>
internal static class ProofVerbs
{
    // Nine hashes, some key statements, a content of at most 256 KiB.
    private const int LargestFile = 1024 * 1024;

    public static Verb Prove { get; } = new(
        "prove",
        new("Écrit un fichier qui prouve qui a signé un élément; tout le monde peut le vérifier", "Writes a file that proves who signed an item, for anybody to verify"),
        [new("item", new("L’identifiant de l’élément, 64 chiffres hexadécimaux", "The item’s id, 64 hexadecimal digits"), Required: true), new("file", new("Le fichier à écrire; il ne doit pas exister", "The file to write; it must not be there"), Required: true)],
        async (services, values, cancellationToken) =>
        {
            if (values["item"] is not { Length: ItemId.Bytes * 2 } hex || !hex.All(char.IsAsciiHexDigit))
            {
                return VerbResult.Refused(new Text("--item est fait des 64 chiffres hexadécimaux qui sont sur la page de ce qui a été signé.", "--item is the 64 hexadecimal digits that stand on the page of what was signed."));
            }

            if (await services.GetRequiredService<Proofs>().Of(new ItemId(hex.ToLowerInvariant()), cancellationToken) is not { } proof)
            {
                return VerbResult.Refused(new Text("Cet élément n’est pas ici, ou c’est une déclaration de clé, qui se signe elle-même.", "There is no such item here, or it is a key statement, which signs for itself."));
            }

            if (File.Exists(values["file"]))
            {
                return VerbResult.Refused(new Text("{0} existe déjà.", "{0} is there already.").With(values["file"]));
            }

            await File.WriteAllBytesAsync(values["file"], proof.ToByteArray(), cancellationToken);
            return VerbResult.Done($"{values["file"]}\n{Said(ItemProofs.Verify(proof)!)}");
        });

    public static Verb Verify { get; } = new(
        "verify",
        new("Dit qui a signé ce qui est dans un fichier écrit par prove, sans rien demander à personne", "Says who signed what is in a file that prove wrote; asks nobody"),
        [new("file", new("Le fichier", "The file"), Required: true)],
        async (_, values, cancellationToken) =>
        {
            if (new FileInfo(values["file"]) is not { Exists: true, Length: <= LargestFile } file)
            {
                return VerbResult.Refused(new Text("{0} n’existe pas, ou est trop gros pour une preuve.", "{0} is not there, or too large for a proof.").With(values["file"]));
            }

            return Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken)) is { } proof && ItemProofs.Verify(proof) is { } proven
                ? VerbResult.Done(Said(proven))
                : VerbResult.Refused(new Text("Ce n’est pas une preuve valide.", "This is no proof that holds."));
        });

    private static ItemProof? Read(byte[] bytes)
    {
        try
        {
            return ItemProof.Parser.ParseFrom(bytes);
        }
        catch (Exception fault) when (PayloadTypes.IsUnreadable(fault))
        {
            return null;
        }
    }

    private static string Said(ProvenItem proven) => string.Create(CultureInfo.InvariantCulture, $"""
        Signed by {proven.Node} ({SixWords.Of(proven.Node)}), item {proven.Position} of its feed.
        Item {proven.Item.Id}, {proven.Item.Item.PayloadType}; {(proven.Item.Content is null ? "its content is not in this file" : "its content is as it was signed")}.
        That it was withdrawn later, or its key declared stolen, cannot be seen here.
        """);
}
