namespace RecoveryCoP.Node.Files;

/// <summary>What a file is, by its bytes: neither its name nor what a browser says of it counts, but that a text without form, which has none to be known by, is called so too.</summary>
public enum FileKind
{
    /// <summary>A document that looks the same everywhere.</summary>
    Pdf,

    /// <summary>A picture.</summary>
    Png,

    /// <summary>A photograph.</summary>
    Jpeg,

    /// <summary>A text of LibreOffice and others.</summary>
    Odt,

    /// <summary>A text of Word.</summary>
    Docx,

    /// <summary>A text without form.</summary>
    Txt,
}

/// <summary>How files of a kind are given to a browser.</summary>
/// <param name="MediaType">What it is told that they are.</param>
/// <param name="Ending">Of their name, with the dot.</param>
/// <param name="Name">What people call them.</param>
/// <param name="IsPicture">True when pages show them.</param>
/// <param name="OpensHere">True when browsers show them; others are saved.</param>
public sealed record FileType(string MediaType, string Ending, string Name, bool IsPicture, bool OpensHere)
{
    private static readonly FileType pdf = new("application/pdf", ".pdf", "PDF", IsPicture: false, OpensHere: true);
    private static readonly FileType png = new("image/png", ".png", "PNG", IsPicture: true, OpensHere: true);
    private static readonly FileType jpeg = new("image/jpeg", ".jpg", "JPEG", IsPicture: true, OpensHere: true);
    private static readonly FileType odt = new("application/vnd.oasis.opendocument.text", ".odt", "ODT", IsPicture: false, OpensHere: false);
    private static readonly FileType docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "DOCX", IsPicture: false, OpensHere: false);
    private static readonly FileType txt = new("text/plain; charset=utf-8", ".txt", "TXT", IsPicture: false, OpensHere: true);

    /// <summary>All endings, as a field for files offers them first.</summary>
    public static string Endings { get; } = ".pdf,.png,.jpg,.jpeg,.odt,.docx,.txt";

    /// <summary>The type of a kind.</summary>
    public static FileType Of(FileKind kind) => kind switch
    {
        FileKind.Pdf => pdf,
        FileKind.Png => png,
        FileKind.Jpeg => jpeg,
        FileKind.Odt => odt,
        FileKind.Txt => txt,
        _ => docx,
    };
}

/// <summary>A file as a record names it.</summary>
/// <param name="Hash">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Size">In bytes.</param>
[GenerateSerializer, Immutable, Alias("stored-file")]
public sealed record StoredFile([property: Id(0)] string Hash, [property: Id(1)] FileKind Kind, [property: Id(2)] long Size)
{
    /// <summary>What it is and how large, in a few words.</summary>
    public Text About() => FileText.About.With(FileType.Of(Kind).Name, FileText.SizeOf(Size));
}
