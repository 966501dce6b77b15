using RecoveryCoP.Node.Templates;

namespace RecoveryCoP.Chapter.Tests.Templates;

public abstract class Any_template(PostgresServer? server) : TemplatedChapter(server)
{
    // Those that found a chapter; each is also another one's reference.
    private static readonly TemplateKind[] _kinds = [TemplateKinds.Charter, TemplateKinds.Series, TemplateKinds.Committee, TemplateKinds.FirstMeeting, TemplateKinds.Topic, TemplateKinds.Practice];

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task comes_changes_and_goes_word_for_word(string language)
    {
        var seed = Seed.Say();
        for (var n = 0; n < Math.Min(Seed.Told(RandomTemplates.Count) ?? 2, 100); n++)
        {
            var random = new Random(unchecked(seed + n));
            var template = RandomTemplates.Of(random);
            var work = Work(language, template.Items);
            TemplateItem[] items = [.. _kinds.SelectMany(template.Of).Select(i => Here(i))];
            foreach (var item in items)
            {
                var other = Here(RandomTemplates.Item(random, TemplateKinds.Of(item.Kind)!, item.Id, template.Items)!);
                // Where another one stands already there is no room.
                other = item.Kind == TemplateKinds.FirstMeeting.Name ? other.With("series", item.Code("series")).With("occurrence", item.Code("occurrence")) : other;
                await ComesAndChanges(item, other, work with { All = [other, .. template.Items] });
            }

            foreach (var item in items.Reverse())
            {
                await (item.Kind == TemplateKinds.Charter.Name ? Done(item, null, work) : GoesAndComesAgain(item, work));
            }

            foreach (var item in items.Where(i => i.Kind != TemplateKinds.Charter.Name).Reverse())
            {
                await Done(item, null, work);
                Assert.Null(await Ours(item, work));
            }

            TemplateItem Here(TemplateItem item) => TemplateKinds.Of(item.Kind)!.InOneLanguage ? item.Only(work.Language) : item;
        }
    }
}

public sealed class Any_template_on_SQLite() : Any_template(null);

public sealed class Any_template_on_PostgreSQL(PostgresServer server) : Any_template(server);
