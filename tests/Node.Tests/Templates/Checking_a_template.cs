using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

/// <summary>By <c>template-check</c>, without a node.</summary>
public sealed class Checking_a_template
{
    [Fact]
    public async Task tells_what_is_in_a_folder()
    {
        using var folder = Written(SmallTemplate.Files());

        var (code, said) = await Run(folder.Path);

        Assert.Equal(0, code);
        Assert.StartsWith("small 1.2.3: Petit · Small\n", said, StringComparison.Ordinal);
        Assert.Contains("\nSujets · Topics: 2 (one, two)\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_what_is_in_a_zip()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("t.zip"), TemplateWriter.ToZip(BuiltInTemplate.Template), TestContext.Current.CancellationToken);

        var (code, said) = await Run(folder.File("t.zip"));

        Assert.Equal(0, code);
        Assert.StartsWith("quebec-recovery ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task tells_each_fault_in_both_languages_with_its_file_and_line()
    {
        var files = SmallTemplate.Files();
        files["topics.json"] = files["topics.json"].Replace("\"two\"", "\"one\"", StringComparison.Ordinal);
        files["texts/welcome.en.md"] += "\n<b>Now.</b>\n";
        using var folder = Written(files);

        var (code, said) = await Run(folder.Path);

        Assert.Equal(1, code);
        Assert.Equal(
            """
            texts/welcome.en.md, ligne 5_: Il y a ici du HTML, que personne ne verrait comme tel_: <b>. Écrivez du texte et du Markdown.
            texts/welcome.en.md, line 5: There is HTML here, which nobody would see as such: <b>. Write text and Markdown.
            texts/welcome.en.md, ligne 5_: Il y a ici du HTML, que personne ne verrait comme tel_: </b>. Écrivez du texte et du Markdown.
            texts/welcome.en.md, line 5: There is HTML here, which nobody would see as such: </b>. Write text and Markdown.
            topics.json, ligne 5_: L’identifiant «_one_» est là deux fois.
            topics.json, line 5: The id “one” is there twice.
            """.ReplaceLineEndings("\n").Replace('_', '\u00a0'),
            said);
    }

    [Fact]
    public async Task says_so_when_there_is_none()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await Run(folder.File("none"));

        Assert.Equal(1, code);
        Assert.StartsWith("Il n’y a pas de dossier", said, StringComparison.Ordinal);
        Assert.Contains("template.json: This file is missing", (await Run(folder.Path)).Said, StringComparison.Ordinal);
    }

    private static TemporaryFolder Written(Dictionary<string, string> files)
    {
        var folder = new TemporaryFolder();
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
            File.WriteAllText(folder.File(path), text);
        }

        return folder;
    }

    private static async Task<(int Code, string Said)> Run(string path)
    {
        var result = await TemplateVerbs.Check.Run(null!, new Dictionary<string, string> { ["template"] = path }, TestContext.Current.CancellationToken);
        return (result.ExitCode, result.Output);
    }
}
