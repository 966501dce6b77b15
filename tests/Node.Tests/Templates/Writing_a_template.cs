using System.IO.Compression;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class Writing_a_template
{
    [Fact]
    public void and_reading_it_gives_it_back_whatever_it_says()
    {
        foreach (var template in RandomTemplates.Many())
        {
            var bytes = TemplateWriter.ToBytes(template);
            var read = TemplateReader.OfBytes(bytes);

            Assert.Empty(read.Faults.Select(f => $"{f.Place} {f.Refusal.Code} {string.Join(' ', f.Refusal.Args)}"));
            Assert.Equal(template, read.Template);
            Assert.Equal(bytes, TemplateWriter.ToBytes(read.Template!));
        }
    }

    [Fact]
    public void to_a_zip_gives_it_back_as_well()
    {
        foreach (var template in RandomTemplates.Many(100))
        {
            var zip = TemplateWriter.ToZip(template);

            Assert.Equal(template, TemplateReader.Read(zip).Value);
            Assert.Equal(zip, TemplateWriter.ToZip(template));
        }
    }

    [Fact]
    public void to_a_folder_gives_it_back_as_well()
    {
        foreach (var template in RandomTemplates.Many(20))
        {
            using var folder = new TemporaryFolder();
            foreach (var (path, text) in TemplateWriter.ToFiles(template))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
                File.WriteAllText(folder.File(path), text);
            }

            Assert.Equal(template, TemplateReader.OfFolder(folder.Path).Template);
        }
    }

    // In which order somebody changed a field, and on which machine, must not show.
    [Fact]
    public void gives_one_name_to_one_template()
    {
        foreach (var template in RandomTemplates.Many(100))
        {
            var other = template with { Items = [.. template.Items.Select(item => item.Fields.Reverse().Aggregate(item with { Fields = item.Fields.Clear() }, (made, field) => made.With(field.Key, field.Value.Fr, field.Value.En)))] };

            Assert.Equal(TemplateWriter.NameOf(TemplateWriter.ToBytes(template)), TemplateWriter.NameOf(TemplateWriter.ToBytes(other)));
        }
    }

    [Fact]
    public void reads_as_a_person_would_have_written_it()
    {
        var topic = new TemplateItem("topic", "first-words").With("title", "Le «\u00a0premier\u00a0» mot", "The “first” word 💛").With("stream", "practice");
        var charter = new TemplateItem("charter", "charter").With("opening", "Nous voici.", "Here we are.") with
        {
            Rows = [new TemplateItem("clause", "door").With("title", "La porte", "The door").With("text", "Elle est ouverte.\n\nToujours.", "It is open.\n\nAlways.")],
        };
        var practice = new TemplateItem("practice", "table").With("title", "La table", "The table").With("text", "Une table.", "A table.").With("duration", "Une heure", "An hour")
            .With("licence", "CC-BY-4.0").With("chime", "hope,meaning");

        var files = TemplateWriter.ToFiles(new(new("small", new(1, 0, 0)), [charter, topic, practice]));

        Assert.Equal(
            """
            {
              "topics": [
                {
                  "id": "first-words",
                  "title": {
                    "fr": "Le «_premier_» mot",
                    "en": "The “first” word 💛"
                  },
                  "stream": "practice"
                }
              ]
            }

            """.ReplaceLineEndings("\n").Replace('_', '\u00a0'),
            files["topics.json"]);
        Assert.Equal("Nous voici.\n\n## La porte {#door}\n\nElle est ouverte.\n\nToujours.\n", files["charter.fr.md"]);
        Assert.Equal("---\nchime: hope, meaning\nlicence: CC-BY-4.0\n---\n# La table\n\n## text\n\nUne table.\n\n## duration\n\nUne heure\n", files["practices/table.fr.md"]);
        Assert.Equal("# The table\n\n## text\n\nA table.\n\n## duration\n\nAn hour\n", files["practices/table.en.md"]);
    }

    [Fact]
    public void to_a_zip_tells_nothing_of_when_and_where()
    {
        using var zip = new ZipArchive(new MemoryStream(TemplateWriter.ToZip(BuiltInTemplate.Template)));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(zip.Entries, entry => Assert.StartsWith("quebec-recovery/", entry.FullName, StringComparison.Ordinal));
    }
}
