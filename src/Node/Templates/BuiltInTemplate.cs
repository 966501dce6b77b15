namespace RecoveryCoP.Node.Templates;

/// <summary>The template that comes with the program, for a community that begins with no hub and no network: the folder <c>BuiltIn</c> beside this file, read as any other.</summary>
public static class BuiltInTemplate
{
    private const string Folder = "Templates/BuiltIn/quebec-recovery/";

    /// <summary>Its files, by their paths in the folder.</summary>
    public static IReadOnlyDictionary<string, byte[]> Files { get; } = typeof(BuiltInTemplate).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name[Folder.Length..], Bytes);

    private static readonly Lazy<TemplateReading> reading = new(() => TemplateReader.OfFiles(Files));

    /// <summary>What came of reading it.</summary>
    public static TemplateReading Reading => reading.Value;

    /// <summary>The template. A test reads it before anybody else does.</summary>
    public static Template Template => Reading.Template ?? throw new InvalidOperationException($"The built-in template has faults: {Reading.Faults[0].Place} {Reading.Faults[0].Refusal.Code}");

    private static byte[] Bytes(string name)
    {
        using var stream = typeof(BuiltInTemplate).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
