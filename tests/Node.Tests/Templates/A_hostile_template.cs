using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class A_hostile_template
{
    private const int Link = 0xA1FF << 16;

    [Theory]
    [InlineData("../topics.json")]
    [InlineData("texts/../../topics.json")]
    [InlineData("/etc/topics.json")]
    [InlineData("./topics.json")]
    [InlineData("texts//welcome.fr.md")]
    [InlineData("C:/topics.json")]
    [InlineData("C:topics.json")]
    [InlineData("..\\topics.json")]
    [InlineData("texts\\welcome.fr.md")]
    [InlineData("topics.json\n")]
    [InlineData("topics.json\0.png")]
    [InlineData("../texts/")]
    public void with_a_name_that_leads_elsewhere_is_refused_before_anything_is_read(string name) =>
        Assert.Equal(["template.path"], CodesOf(Zipped((name, "{}", 0))));

    [Theory]
    [InlineData("texts/deeper/welcome.fr.md", "template.nested")]
    [InlineData("a/b/c/d/e/f.md", "template.nested")]
    [InlineData("readme.txt", "template.unknown-file")]
    [InlineData("topics.json.exe", "template.unknown-file")]
    [InlineData("letters/welcome.fr.md", "template.unknown-file")]
    [InlineData("texts/welcome.de.md", "template.unknown-file")]
    [InlineData("texts/Welcome Us.fr.md", "template.unknown-file")]
    [InlineData("texts/.fr.md.fr.md", null)]
    [InlineData(".git/config", null)]
    [InlineData("__MACOSX/._topics.json", null)]
    public void has_no_file_but_those_of_the_format(string name, string? code) =>
        Assert.Equal(code is null ? [] : [code], CodesOf(Zipped((name, "{}", 0))));

    [Fact]
    public void is_refused_for_a_link_in_a_zip() => Assert.Equal(["template.link"], CodesOf(Zipped(("topics.json", "/etc/passwd", Link))));

    [Theory]
    [InlineData("topics.json", "Topics.json", "template.same-name,template.unknown-file")]
    [InlineData("topics.json", "topics.json", "template.same-name")]
    [InlineData("texts/a.fr.md", "texts/A.fr.md", "template.same-name,template.unknown-file")]
    public void is_refused_for_two_files_that_are_one_on_some_machines(string one, string other, string codes) =>
        Assert.Equal(codes.Split(','), CodesOf(Zipped((one, "{}", 0), (other, "{}", 0))).Order());

    [Fact]
    public void of_a_hundred_megabytes_in_a_few_is_read_to_the_limit_and_no_further()
    {
        var zeros = new string('\0', 1_000_000);
        Assert.Equal(["template.file-large"], CodesOf(Zipped(("topics.json", string.Concat(Enumerable.Repeat(zeros, 100)), 0))));

        var many = Enumerable.Range(0, 60).Select(n => ($"texts/t{n}.fr.md", zeros[..150_000], 0)).ToArray();
        Assert.Equal(["template.large"], CodesOf(Zipped(many)));
    }

    // A bomb says of itself that it is small.
    [Fact]
    public void whose_headers_lie_is_not_believed()
    {
        var zip = Zipped(("topics.json", new string(' ', 1_000_000), 0));
        var directory = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(directory + 24), 2);

        Assert.NotEmpty(CodesOf(zip));
    }

    [Fact]
    public void with_a_password_is_refused()
    {
        var zip = Zipped(("topics.json", "{}", 0));
        zip[zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\u0003\u0004"u8) + 6] |= 1;

        Assert.NotEmpty(CodesOf(zip));
    }

    [Fact]
    public void of_ten_thousand_files_is_refused() =>
        Assert.Equal(["template.many-files"], CodesOf(Zipped([.. Enumerable.Range(0, 10_000).Select(n => ($"texts/t{n}.fr.md", "", 0))])));

    [Fact]
    public void that_is_too_large_is_not_opened() => Assert.Equal(["template.zip-large"], CodesOf(new byte[TemplateFiles.MostZipped + 1]));

    [Theory]
    [InlineData("")]
    [InlineData("no zip")]
    [InlineData("PK\u0005\u0006")]
    public void that_is_no_zip_is_refused(string bytes) => Assert.Equal(["template.zip"], CodesOf(Encoding.Latin1.GetBytes(bytes)));

    [Fact]
    public void whose_bytes_were_changed_anywhere_is_read_as_it_was_or_refused()
    {
        var random = new Random(Seed.Say());
        var whole = TemplateWriter.ToZip(BuiltInTemplate.Template);
        for (var time = 0; time < 3000; time++)
        {
            var changed = whole.ToArray();
            for (var byteAt = random.Next(1, 6); byteAt > 0; byteAt--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            var read = TemplateReader.OfZip(random.Next(4) == 0 ? changed[..random.Next(changed.Length)] : changed);

            Assert.True(read.Template is null != (read.Faults.Count == 0));
        }
    }

    [Fact]
    public void leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        var there = Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).ToList();

        CodesOf(Zipped((folder.File("planted.json"), "{}", 0)));
        CodesOf(Zipped(("planted.json", "{}", 0), ("texts/planted.fr.md", "# Titre", 0)));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Equal(there, Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory));
    }

    [Fact]
    public void is_refused_for_a_link_in_a_folder()
    {
        using var folder = Folder();
        using var elsewhere = Folder();
        File.CreateSymbolicLink(folder.File("topics.json"), elsewhere.File("template.json"));
        Directory.CreateSymbolicLink(folder.File("practices"), elsewhere.File("texts"));

        Assert.Equal([("practices", "template.link"), ("topics.json", "template.link")], FaultsOf(folder));
    }

    [Fact]
    public void is_refused_for_what_does_not_belong_in_its_folder()
    {
        using var folder = Folder();
        Directory.CreateDirectory(folder.File("texts", "old"));
        File.WriteAllText(folder.File("topics.json.bak"), "{}");
        File.WriteAllText(folder.File(".gitignore"), "");

        Assert.Equal([("texts/old", "template.nested"), ("topics.json.bak", "template.unknown-file")], FaultsOf(folder).OrderBy(f => f.Place));
    }

    [Fact]
    public void is_refused_for_a_large_file_and_for_many_in_its_folder()
    {
        using var folder = Folder();
        File.WriteAllBytes(folder.File("topics.json"), new byte[TemplateFiles.MostOfOne + 1]);
        Assert.Equal([("topics.json", "template.file-large")], FaultsOf(folder));

        for (var n = 0; n <= TemplateFiles.MostFiles; n++)
        {
            File.WriteAllText(folder.File("texts", $"t{n}.fr.md"), "");
        }

        Assert.Equal([("", "template.many-files")], FaultsOf(folder));
    }

    [Fact]
    public void may_lie_in_a_zip_with_its_folder_around_it()
    {
        var files = SmallTemplate.Files();
        var around = Zipped([.. files.Select(f => ($"my-template/{f.Key}", f.Value, 0)), ("my-template/", "", 0), ("my-template/texts/", "", 0), ("__MACOSX/my-template/._topics.json", "", 0)]);

        Assert.Equal(SmallTemplate.Read(files).Template, TemplateReader.Read(around).Value);
    }

    private static TemporaryFolder Folder()
    {
        var folder = new TemporaryFolder();
        folder.Folder("texts");
        File.WriteAllText(folder.File("template.json"), SmallTemplate.Files()["template.json"]);
        return folder;
    }

    private static IEnumerable<(string Place, string Code)> FaultsOf(TemporaryFolder folder) => TemplateReader.OfFolder(folder.Path).Faults.Select(f => (f.Place, f.Refusal.Code));

    private static IEnumerable<string> CodesOf(byte[] zip) => TemplateReader.OfZip(zip).Faults.Select(f => f.Refusal.Code);

    // Beside what makes a template of it.
    private static byte[] Zipped(params (string Name, string Text, int Attributes)[] files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            var head = files.Any(f => f.Name.EndsWith(TemplateFiles.Head, StringComparison.Ordinal)) ? [] : new[] { (TemplateFiles.Head, SmallTemplate.Files()[TemplateFiles.Head], 0) };
            foreach (var (name, text, attributes) in head.Concat(files))
            {
                var entry = archive.CreateEntry(name);
                entry.ExternalAttributes = attributes;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return zip.ToArray();
    }
}
