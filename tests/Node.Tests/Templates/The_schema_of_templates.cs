using System.Text;
using System.Text.Json;
using Json.Schema;
using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Node.Tests.Templates;

public sealed class The_schema_of_templates
{
    private const string Published = "docs/template.schema.json";

    private static readonly JsonSchema _schema = JsonSchema.FromText(TemplateSchema.Text);

    [Fact]
    public void is_published_as_the_program_reads_templates() => Manifest.Check(Published, TemplateSchema.Text.Split('\n'), onlyAdditions: false);

    [Fact]
    public void takes_every_file_that_the_program_writes()
    {
        foreach (var template in RandomTemplates.Many(30))
        {
            Assert.All(TemplateWriter.ToFiles(template).Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)), file => Assert.True(Takes(file.Value), file.Value));
        }
    }

    [Fact]
    public void takes_the_built_in_template() =>
        Assert.All(BuiltInTemplate.Files.Where(f => f.Key.EndsWith(".json", StringComparison.Ordinal)), file => Assert.True(Takes(Encoding.UTF8.GetString(file.Value)), file.Key));

    [Theory]
    [InlineData("template.json", "\"1.2.3\"", "\"1.2\"")]
    [InlineData("template.json", "[\"fr\", \"en\"]", "[\"fr\"]")]
    [InlineData("template.json", "\"0.1\"", "\"0.1\", \"author\": \"me\"")]
    [InlineData("topics.json", "\"practice\"", "\"money\"")]
    [InlineData("topics.json", "\"fr\": \"Un\", ", "")]
    [InlineData("topics.json", "\"two\"", "\"Two\"")]
    [InlineData("topics.json", "\"topics\"", "\"topic\"")]
    [InlineData("agendas.json", "\"minutes\": 60", "\"minutes\": 481")]
    [InlineData("series.json", "\"18:30\"", "\"24:30\"")]
    [InlineData("balance.json", "\"practiceFrom\": 40, ", "")]
    public void refuses_what_the_program_refuses(string file, string part, string other)
    {
        var text = SmallTemplate.Files()[file];

        Assert.True(Takes(text));
        Assert.False(Takes(text.Replace(part, other, StringComparison.Ordinal)));
    }

    private static bool Takes(string text)
    {
        using var file = JsonDocument.Parse(text);
        return _schema.Evaluate(file.RootElement).IsValid;
    }
}
