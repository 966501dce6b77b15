using System.Text;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Operations;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class A_broken_template
{
    private static readonly RefusalTexts _texts = new(TemplateFaultTexts.Texts);

    // A file, what of it becomes what (*: all of it), and the fault that comes of it, by place and code.
    [Theory]
    // What the template says of itself
    [InlineData("template.json", "\"1.2.3\"", "\"1.2\"", "template.json:3", "template.version")]
    [InlineData("template.json", "\"1.2.3\"", "\"1.2.03\"", "template.json:3", "template.version")]
    [InlineData("template.json", "\"1.2.3\"", "\"1.2.3-beta\"", "template.json:3", "template.version")]
    [InlineData("template.json", "\"1.2.3\"", "123", "template.json:3", "template.not-text")]
    [InlineData("template.json", "\"0.1\"", "\"99.0\"", "template.json:8", "template.newer-software")]
    [InlineData("template.json", "\"0.1\"", "\"one\"", "template.json:8", "template.minimum-version")]
    [InlineData("template.json", "[\"fr\", \"en\"]", "[\"fr\"]", "template.json:7", "template.languages")]
    [InlineData("template.json", "[\"fr\", \"en\"]", "[\"fr\", \"de\"]", "template.json:7", "template.languages")]
    [InlineData("template.json", "CC-BY-4.0", "MIT", "template.json:6", "template.code-unknown")]
    [InlineData("template.json", "\"small\"", "\"Small One\"", "template.json:2", "template.id")]
    [InlineData("template.json", "\"0.1\"", "\"0.1\", \"forkOf\": \"small\"", "template.json:8", "template.fork-of-itself")]
    [InlineData("template.json", "\"0.1\"", "\"0.1\", \"author\": \"me\"", "template.json:8", "template.key-unknown")]
    [InlineData("template.json", ", \"en\": \"Small\"", "", "template.json:4", "template.one-language")]
    [InlineData("template.json", "  \"licence\": \"CC-BY-4.0\",\n", "", "template.json:1", "template.missing")]
    [InlineData("template.json", "*", "[]", "template.json:1", "template.not-object")]
    // JSON
    [InlineData("topics.json", "\"practice\"", "\"practice\",", "topics.json:4", "template.json")]
    [InlineData("topics.json", "*", "", "topics.json:1", "template.json")]
    [InlineData("topics.json", "*", "{ \"topics\": [] } {}", "topics.json:1", "template.json")]
    [InlineData("topics.json", "[\n", "[\n  // ours\n", "topics.json:2", "template.comment")]
    [InlineData("topics.json", "{ \"topics\"", "/* ours\n */ { \"topics\"", "topics.json:1", "template.comment")]
    [InlineData("topics.json", "\"stream\": \"practice\"", "\"stream\": \"practice\", \"stream\": \"system\"", "topics.json:4", "template.key-twice")]
    [InlineData("topics.json", "\"stream\": \"practice\"", "\"stream\": \"practice\", \"Stream\": \"system\"", "topics.json:4", "template.key-unknown")]
    [InlineData("topics.json", "\"fr\": \"Un\"", "\"fr\": \"Un\", \"de\": \"Ein\"", "topics.json:3", "template.key-unknown")]
    [InlineData("topics.json", "\"practice\"", "[[[[[[[[]]]]]]]]", "topics.json:4", "template.deep")]
    [InlineData("topics.json", "\"topics\"", "\"topic\"", "topics.json:1", "template.list-missing")]
    [InlineData("topics.json", "*", "\"topics\"", "topics.json:1", "template.not-object")]
    [InlineData("topics.json", "*", "{ \"topics\": {} }", "topics.json:1", "template.not-list")]
    [InlineData("topics.json", "*", "{ \"topics\": [\n null ] }", "topics.json:2", "template.not-object")]
    [InlineData("topics.json", "{ \"fr\": \"Un\", \"en\": \"One\" }", "\"Un\"", "topics.json:3", "template.not-both")]
    [InlineData("topics.json", "\"Un\"", "null", "topics.json:3", "template.not-text")]
    [InlineData("topics.json", "\"practice\"", "3", "topics.json:4", "template.not-text")]
    [InlineData("topics.json", "Un", "U\\u0000n", "topics.json:3", "template.unseen-sign")]
    [InlineData("topics.json", "Un", "U\\u202en", "topics.json:3", "template.unseen-sign")]
    [InlineData("topics.json", "Un", "U\\ud83dn", "topics.json:3", "template.encoding")]
    // What is said
    [InlineData("topics.json", "\"id\": \"two\",", "", "topics.json:5", "template.missing")]
    [InlineData("topics.json", "\"two\"", "\"one\"", "topics.json:5", "template.id-twice")]
    [InlineData("topics.json", "\"two\"", "\"Two\"", "topics.json:5", "template.id")]
    [InlineData("topics.json", "\"practice\"", "\"money\"", "topics.json:4", "template.code-unknown")]
    [InlineData("topics.json", ",\n    \"stream\": \"practice\"", "", "topics.json:2", "template.missing")]
    [InlineData("topics.json", "\"fr\": \"Un\", ", "", "topics.json:3", "template.one-language")]
    [InlineData("topics.json", "\"Un\"", "\"  \"", "topics.json:3", "template.one-language")]
    [InlineData("topics.json", "\"Un\"", "\"Un\\nDeux\"", "topics.json:3", "template.not-line")]
    [InlineData("topics.json", "Pourquoi", "<script>alert(1)</script>", "topics.json:6", "template.html")]
    [InlineData("agendas.json", "\"minutes\": 60", "\"minutes\": 481", "agendas.json:6", "template.number")]
    [InlineData("agendas.json", "\"minutes\": 60", "\"minutes\": -1", "agendas.json:6", "template.number")]
    [InlineData("agendas.json", "\"minutes\": 60", "\"minutes\": 1e1", "agendas.json:6", "template.number")]
    [InlineData("agendas.json", "\"minutes\": 60", "\"minutes\": \"60\"", "agendas.json:6", "template.number")]
    [InlineData("agendas.json", "\"minutes\": 60", "\"minutes\": 99999999999", "agendas.json:6", "template.number")]
    [InlineData("agendas.json", "\"last\"", "\"first\"", "agendas.json:7", "template.id-twice")]
    [InlineData("series.json", "\"18:30\"", "\"24:30\"", "series.json:5", "template.hour")]
    [InlineData("series.json", "true", "\"yes\"", "series.json:6", "template.not-tick")]
    [InlineData("series.json", "\"agenda\": \"evening\"", "\"agenda\": \"morning\"", "series.json:6", "template.no-such")]
    [InlineData("first-meetings.json", "\"monthly\"", "\"weekly\"", "first-meetings.json:3", "template.no-such")]
    [InlineData("first-meetings.json", "\"occurrence\": 2", "\"occurrence\": 1", "first-meetings.json:4", "template.same-date")]
    [InlineData("balance.json", "\"practiceFrom\": 40", "\"practiceFrom\": 70", "balance.json:2", "template.balance-reversed")]
    [InlineData("balance.json", "\"communityTo\": 25", "\"communityTo\": 6, \"systemTo\": 30", "balance.json:4", "template.key-twice")]
    [InlineData("balance.json", "\"systemFrom\": 25, \"systemTo\": 45", "\"systemFrom\": 5, \"systemTo\": 10", "balance.json:2", "template.balance-impossible")]
    [InlineData("balance.json", "} ]", "}, { \"id\": \"other\", \"practiceFrom\": 0, \"practiceTo\": 100, \"systemFrom\": 0, \"systemTo\": 100, \"communityFrom\": 0, \"communityTo\": 100 } ]", "balance.json:5", "template.too-many")]
    // Markdown
    [InlineData("texts/welcome.fr.md", "# Bienvenue", "Bienvenue", "texts/welcome.fr.md:1", "template.title-line")]
    [InlineData("texts/welcome.fr.md", "*", "# Bienvenue\n", "texts/welcome.fr.md:1", "template.one-language")]
    [InlineData("texts/welcome.en.md", "Come in.", "Come in.\n\n<b>Now.</b>", "texts/welcome.en.md:5", "template.html")]
    [InlineData("texts/welcome.en.md", "Come in.", "Come in. <!-- or not -->", "texts/welcome.en.md:3", "template.html")]
    [InlineData("texts/welcome.en.md", "Come in.", "Come in.\n\n<script>\nalert(1)\n</script>", "texts/welcome.en.md:5", "template.html")]
    [InlineData("texts/welcome.en.md", "Come in.", "Come in:\n![us](https://example.org/us.png)", "texts/welcome.en.md:4", "template.picture")]
    [InlineData("texts/welcome.en.md", "Come in.", "Come in:\n- [here](javascript:alert(1))", "texts/welcome.en.md:4", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "[Come](JaVaScRiPt:alert(1))", "texts/welcome.en.md:3", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "<javascript:alert(1)>", "texts/welcome.en.md:3", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "[Come][in]\n\n[in]: data:text/html,hello", "texts/welcome.en.md:3", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "[Come](/en/join)", "texts/welcome.en.md:3", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "[Come](http://example.org)", "texts/welcome.en.md:3", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "[Come](https://example.org@example.com)", "texts/welcome.en.md:3", "template.link-target")]
    [InlineData("texts/welcome.en.md", "Come in.", "Co\u0000me in.", "texts/welcome.en.md:3", "template.unseen-sign")]
    [InlineData("texts/welcome.en.md", "Come in.", "Co\u202eme in.", "texts/welcome.en.md:3", "template.unseen-sign")]
    [InlineData("charter.fr.md", "## La porte {#door}", "## La porte", "charter.fr.md:3", "template.row-id")]
    [InlineData("charter.en.md", "## Equals {#equals}\n\nWe are.\n", "", "charter.fr.md:7", "template.row-missing")]
    [InlineData("charter.en.md", "{#equals}", "{#door}", "charter.en.md:7", "template.id-twice")]
    [InlineData("charter.en.md", "We are.", "", "charter.en.md:7", "template.one-language")]
    [InlineData("charter.en.md", "*", "Here we are.\n\n## Equals {#equals}\n\nWe are.\n\n## The door {#door}\n\nOpen.\n", "charter.en.md:3", "template.row-order")]
    [InlineData("charter.fr.md", "Ouverte.", "Ouverte.\n\n<i>Oui.</i>", "charter.fr.md:7", "template.html")]
    [InlineData("practices/table.fr.md", "chime: hope", "chime: luck", "practices/table.fr.md:2", "template.code-unknown")]
    [InlineData("practices/table.fr.md", "chime: hope", "chime: hope, hope", "practices/table.fr.md:2", "template.code-twice")]
    [InlineData("practices/table.fr.md", "chime: hope", "chime: hope\nchime: hope", "practices/table.fr.md:3", "template.key-twice")]
    [InlineData("practices/table.fr.md", "chime: hope", "author: me", "practices/table.fr.md:2", "template.key-unknown")]
    [InlineData("practices/table.fr.md", "chime: hope", "language: fr", "practices/table.fr.md:2", "template.key-unknown")]
    [InlineData("practices/table.fr.md", "chime: hope", "hope", "practices/table.fr.md:2", "template.front-line")]
    [InlineData("practices/table.fr.md", "\n---\n# La table", "\n# La table", "practices/table.fr.md:1", "template.front-open")]
    [InlineData("practices/table.fr.md", "licence: CC-BY-4.0\n", "", "practices/table.fr.md:1", "template.missing")]
    [InlineData("practices/table.en.md", "# The table", "---\nchime: meaning\n---\n# The table", "practices/table.en.md:2", "template.codes-differ")]
    [InlineData("practices/table.en.md", "## text", "Loose.\n\n## text", "practices/table.en.md:3", "template.loose-text")]
    [InlineData("practices/table.en.md", "## duration", "## how long", "practices/table.en.md:7", "template.section-unknown")]
    [InlineData("practices/table.en.md", "## duration", "## text", "practices/table.en.md:7", "template.section-twice")]
    [InlineData("practices/table.en.md", "An hour", "An hour.\nOr two.", "practices/table.en.md:9", "template.not-line")]
    public void is_refused_with_its_reason_its_file_and_its_line(string file, string part, string other, string place, string code)
    {
        var files = SmallTemplate.Files();
        Assert.True(part == "*" || files[file].Contains(part, StringComparison.Ordinal), $"{file} does not say {part}");
        files[file] = part == "*" ? other : files[file].Replace(part, other, StringComparison.Ordinal);

        var faults = SmallTemplate.Read(files).Faults;

        Assert.Contains((place, code), faults.Select(f => (f.Place, f.Refusal.Code)));
        Assert.All(faults, f => Assert.Equal(file.Split('.')[0], f.File.Split('.')[0]));
        Assert.All(faults.Select(f => f.Said(_texts)), said => Assert.True(said.Fr != said.En && !said.Fr.Contains('{', StringComparison.Ordinal) | said.Fr.Contains("{#", StringComparison.Ordinal)));
    }

    [Fact]
    public void that_is_mended_is_read() => Assert.Empty(SmallTemplate.Read(SmallTemplate.Files()).Faults.Select(f => f.Said(_texts).En));

    [Theory]
    [InlineData("topics.json", 50, "topics.json", "template.too-many")]
    [InlineData("agendas.json", 30, "agendas.json", "template.too-many")]
    public void that_has_too_many_of_a_thing_is_refused(string file, int most, string at, string code)
    {
        var files = SmallTemplate.Files();
        var (head, row) = file == "topics.json"
            ? ("""{ "topics": [""", """{ "id": "t-NR", "title": { "fr": "Un", "en": "One" }, "stream": "practice" }""")
            : ("""{ "agendas": [ { "id": "evening", "title": { "fr": "Un", "en": "One" }, "items": [""", """{ "id": "t-NR", "title": { "fr": "Un", "en": "One" }, "stream": "practice", "kind": "reading", "minutes": 5 }""");
        string With(int count) => head + "\n" + string.Join(",\n", Enumerable.Range(0, count).Select(n => row.Replace("NR", $"{n}", StringComparison.Ordinal))) + (file == "topics.json" ? "]}" : "]}]}");

        files[file] = With(most);
        Assert.Empty(SmallTemplate.Read(files).Faults);
        files[file] = With(most + 1);
        Assert.Equal([($"{at}:{most + 2}", code)], SmallTemplate.Read(files).Faults.Select(f => (f.Place, f.Refusal.Code)));
    }

    [Fact]
    public void says_how_long_a_text_may_be()
    {
        var files = SmallTemplate.Files();
        files["topics.json"] = files["topics.json"].Replace("Pourquoi", new string('a', 1001), StringComparison.Ordinal);

        var fault = Assert.Single(SmallTemplate.Read(files).Faults);

        Assert.Equal("topics.json, line 6: “words” is too long: 1000 characters at most, there are 1001.", fault.Said(_texts).En);
        Assert.Equal("topics.json, ligne 6\u00a0: «\u00a0words\u00a0» est trop long\u00a0: 1000 caractères au plus, il y en a 1001.", fault.Said(_texts).Fr);
    }

    // What an editor or another program puts together is held to the same, and says where it is.
    [Theory]
    [InlineData("clause", "text", "Ouverte.\n\n## Et fermée\n\nLe soir.", "template.heading-inside", 2)]
    [InlineData("clause", "title", "La\tporte", "template.not-line", 0)]
    [InlineData("clause", "text", "Une\n\n<b>porte</b>", "template.html", 2)]
    public void is_found_without_files_as_well(string row, string field, string said, string code, int line)
    {
        var charter = new TemplateItem("charter", "charter") { Rows = [new TemplateItem(row, "door").With("title", "La porte", "The door").With("text", "Ouverte.", "Open.").With(field, said, "Open.")] };

        var problem = TemplateChecks.Of([charter]).First();

        Assert.Equal((new TemplatePoint("charter", "charter", "door", field, Language.French), code, line), (problem.At, problem.Refusal.Code, problem.Line));
    }

    [Fact]
    public void with_a_word_without_end_or_faults_without_number_is_told_in_few()
    {
        var files = SmallTemplate.Files();
        files["topics.json"] = $$"""{ "topics": [ { "id": "one", "title": { "fr": "Un", "en": "One" }, "stream": "{{new string('a', 100_000)}}", {{string.Join(',', Enumerable.Range(0, 5000).Select(n => $"\"k{n}\": 1"))}} } ] }""";

        var faults = SmallTemplate.Read(files).Faults;

        Assert.Equal(1000, faults.Count);
        Assert.All(faults, f => Assert.True(f.Said(_texts).En.Length < 1000));
    }

    // Each star costs more than the one before.
    [Fact]
    public void that_would_keep_a_reader_busy_is_refused()
    {
        var files = SmallTemplate.Files();
        files["texts/welcome.fr.md"] = "# Bienvenue\n\n" + string.Concat(Enumerable.Repeat("*a_", 3000));
        Assert.Equal([("texts/welcome.fr.md:3", "template.knotted")], SmallTemplate.Read(files).Faults.Select(f => (f.Place, f.Refusal.Code)));

        files["texts/welcome.fr.md"] = "# Bienvenue\n\n" + new string('>', 3000);
        Assert.Equal([("texts/welcome.fr.md:3", "template.knotted")], SmallTemplate.Read(files).Faults.Select(f => (f.Place, f.Refusal.Code)));
    }

    [Fact]
    public void tells_everything_at_once()
    {
        var files = SmallTemplate.Files();
        files["topics.json"] = files["topics.json"].Replace("\"practice\"", "\"money\"", StringComparison.Ordinal).Replace("\"two\"", "\"one\"", StringComparison.Ordinal);
        files["texts/welcome.en.md"] = "Come in.";
        files["notes.txt"] = "";
        Assert.Equal([("notes.txt", "template.unknown-file")], SmallTemplate.Read(files).Faults.Select(f => (f.Place, f.Refusal.Code)));

        files.Remove("notes.txt");
        Assert.Equal(
            [("texts/welcome.en.md:1", "template.title-line"), ("topics.json:4", "template.code-unknown"), ("topics.json:5", "template.id-twice")],
            SmallTemplate.Read(files).Faults.Select(f => (f.Place, f.Refusal.Code)).Distinct());
    }

    [Theory]
    [InlineData("template.json", "template.json", "template.head-missing")]
    [InlineData("texts/welcome.en.md", "texts/welcome.en.md", "template.side-missing")]
    [InlineData("charter.fr.md", "charter.fr.md", "template.side-missing")]
    public void that_lacks_a_file_says_which(string file, string place, string code)
    {
        var files = SmallTemplate.Files();
        files.Remove(file);

        Assert.Equal([(place, code)], SmallTemplate.Read(files).Faults.Select(f => (f.Place, f.Refusal.Code)));
    }

    [Fact]
    public void that_is_not_written_in_utf_8_is_refused_at_its_line()
    {
        var files = SmallTemplate.Files().ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        files["texts/welcome.fr.md"] = Encoding.Latin1.GetBytes("# Bienvenue\n\nDéjà là.\n");
        Assert.Equal([("texts/welcome.fr.md:3", "template.encoding")], TemplateReader.OfFiles(files).Faults.Select(f => (f.Place, f.Refusal.Code)));

        files["texts/welcome.fr.md"] = Encoding.Unicode.GetBytes("# Bienvenue\n\nEntrez.\n");
        Assert.Equal("texts/welcome.fr.md", Assert.Single(TemplateReader.OfFiles(files).Faults).File);
    }

    [Fact]
    public void is_not_one_for_the_habits_of_an_editor()
    {
        var plain = SmallTemplate.Read(SmallTemplate.Files()).Template;
        var files = SmallTemplate.Files().ToDictionary(f => f.Key, f => Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(f.Value.ReplaceLineEndings("\r\n") + "\r\n")).ToArray());

        var read = TemplateReader.OfFiles(files);

        Assert.Empty(read.Faults.Select(f => f.Said(_texts).En));
        Assert.Equal(plain, read.Template);
    }

    // A practice's sections are headed by the names of the format, or as its page heads them.
    [Fact]
    public void is_not_one_for_headings_that_people_would_write()
    {
        var plain = SmallTemplate.Read(SmallTemplate.Files()).Template;
        var files = SmallTemplate.Files();
        files["practices/table.fr.md"] = "---\nchime: [hope]\nlicence: CC-BY-4.0\n---\n\n# La table\n\n## La pratique\nUne table.\n\n## Combien de temps cela prend\nUne heure\n";
        files["practices/table.en.md"] = "---\nchime: hope\n---\n# The table\n## The practice\nA table.\n## How long it takes\nAn hour";
        files["topics.json"] = files["topics.json"].Replace("{ \"topics\"", "{ \"$schema\": \"template.schema.json\", \"topics\"", StringComparison.Ordinal);

        var read = SmallTemplate.Read(files);

        Assert.Empty(read.Faults.Select(f => f.Said(_texts).En));
        Assert.Equal(plain, read.Template);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{ \"template.json\": null }")]
    [InlineData("{ \"template.json\": 3 }")]
    public void that_arrives_in_other_bytes_is_refused(string bytes) =>
        Assert.Equal(["template.bytes"], TemplateReader.OfBytes(Encoding.UTF8.GetBytes(bytes)).Faults.Select(f => f.Refusal.Code));
}
