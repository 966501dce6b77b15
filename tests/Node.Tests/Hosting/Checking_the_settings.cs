using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using RecoveryCoP.Node.Hosting;
using RecoveryCoP.Node.Localization;
using RecoveryCoP.Node.Storage;
using RecoveryCoP.Node.Web;

namespace RecoveryCoP.Node.Tests.Hosting;

public sealed class Checking_the_settings : IDisposable
{
    private static readonly NodeKind _kind = new()
    {
        Code = "test",
        Name = new Text("Essai", "Test"),
        FoundIt = new Text("Fonder", "Set up"),
        LeaveIt = new Text("Quitter", "Leave"),
        Roles = [],
        FirstRole = "",
        Discreet = true,
        DefaultListen = "http://127.0.0.1:5080",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.8.8.8:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://localhost:5080")]
    public void takes_plain_http_on_this_machine_alone_behind_a_proxy_too(string address) =>
        Assert.Empty(Faults(("Node:Listen", address), ("Node:PublicAddress", "https://entraide.example.org")));

    [Theory]
    [InlineData("Node:Listen", "http://0.0.0.0:5080")]
    [InlineData("Node:Listen", "http://[::]:5080")]
    [InlineData("Node:Listen", "http://192.0.2.7:80")]
    [InlineData("Node:GrpcListen", "http://0.0.0.0:5091")]
    public void refuses_plain_http_for_others_until_somebody_says_that_they_know(string key, string address)
    {
        var fault = Assert.Single(Faults((key, address), ("Node:PublicAddress", "https://entraide.example.org")));

        Assert.StartsWith($"{key} est {address}", fault, StringComparison.Ordinal);
        Assert.Contains($" · is {address}", fault, StringComparison.Ordinal);
        Assert.Contains("Node:AllowPlainHttp=true", fault, StringComparison.Ordinal);
        Assert.Empty(Faults((key, address), ("Node:AllowPlainHttp", "true")));
    }

    [Theory]
    [InlineData("Web:TabNameFr")]
    [InlineData("Web:TabNameEn")]
    public void refuses_to_have_no_neutral_word_at_all(string key) => Assert.Contains(key, Assert.Single(Faults((key, " "))), StringComparison.Ordinal);

    [Fact]
    public void takes_a_certificate_as_one_file_or_two_with_or_without_a_password()
    {
        var (certificate, key, both, locked, pfx) = Certificate("secret");

        Assert.Empty(Https(("Path", certificate), ("KeyPath", key)));
        Assert.Empty(Https(("Path", both)));
        Assert.Empty(Https(("Path", certificate), ("KeyPath", locked), ("Password", "secret")));
        Assert.Empty(Https(("Path", pfx), ("Password", "secret")));
    }

    [Fact]
    public void says_which_file_of_a_certificate_is_missing_or_cannot_be_used()
    {
        var (certificate, key, _, locked, pfx) = Certificate("secret");
        var (_, anothers, _, _, _) = Certificate("secret");

        Says("Kestrel:Certificates:Default:Path est nécessaire", Https());
        Says($"Path le fichier {_folder.File("nowhere.pem")} n’existe pas", Https(("Path", _folder.File("nowhere.pem"))));
        Says($"KeyPath le fichier {_folder.File("nowhere.key")} n’existe pas", Https(("Path", certificate), ("KeyPath", _folder.File("nowhere.key"))));
        Says("cannot be used", Https(("Path", pfx), ("Password", "wrong")));
        Says("cannot be used", Https(("Path", certificate), ("KeyPath", locked), ("Password", "wrong")));
        Says("cannot be used", Https(("Path", certificate), ("KeyPath", anothers)));
        Says("cannot be used", Https(("Path", key)));
        Says("Kestrel:Endpoints: ", Faults(("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:80")));
    }

    [Fact]
    public void asks_for_no_certificate_where_nobody_listens_on_https() => Assert.Empty(Faults(("Node:PublicAddress", "https://entraide.example.org")));

    [Fact]
    public void names_a_setting_that_there_is_not_and_those_that_there_are()
    {
        var fault = Assert.Single(Faults(("Node:Lissen", "http://127.0.0.1:5080")));

        Assert.StartsWith("Node:Lissen: ce réglage n’existe pas, mais il y a ceux-ci · there is no such setting, but there are: ", fault, StringComparison.Ordinal);
        Assert.Contains("Listen", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void says_that_the_file_in_the_folder_cannot_be_read()
    {
        File.WriteAllText(_folder.File("settings.json"), "{ \"Node\": { \"Listen\": ");

        Says($"{_folder.File("settings.json")} ne peut pas être lu · cannot be read: ", Faults());
    }

    [Fact]
    public void says_that_a_connection_string_cannot_be_read() =>
        Says("Storage:ConnectionString ne peut pas être lu · cannot be read: ", Faults(("Storage:Engine", "PostgreSql"), ("Storage:ConnectionString", "localhost;nothing=1")));

    private static void Says(string what, IReadOnlyList<string> faults)
    {
        var fault = Assert.Single(faults);
        Assert.Contains(what, fault, StringComparison.Ordinal);
        Assert.Contains(" · ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    private IReadOnlyList<string> Https(params (string Name, string Value)[] files) =>
        Faults([("Node:Listen", "https://0.0.0.0:443"), .. files.Select(file => ($"Kestrel:Certificates:Default:{file.Name}", file.Value))]);

    private IReadOnlyList<string> Faults(params (string Key, string Value)[] settings) =>
        NodeSettings.Load(_kind, new Dictionary<string, string?>(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))) { ["Node:DataFolder"] = _folder.Path })
            .Errors([new OptionsSection<NodeOptions>("Node"), new OptionsSection<StorageOptions>("Storage"), new OptionsSection<WebSettings>("Web"), new CertificateSection()]);

    private (string Certificate, string Key, string Both, string Locked, string Pfx) Certificate(string password)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var folder = _folder.Folder(certificate.Thumbprint);
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        return (
            Written("tls.crt", certificate.ExportCertificatePem()),
            Written("tls.key", key.ExportPkcs8PrivateKeyPem()),
            Written("both.pem", certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()),
            Written("locked.key", key.ExportEncryptedPkcs8PrivateKeyPem(password, parameters)),
            WrittenBytes("tls.pfx", certificate.Export(X509ContentType.Pkcs12, password)));

        string Written(string name, string text) => WrittenBytes(name, System.Text.Encoding.ASCII.GetBytes(text));

        string WrittenBytes(string name, byte[] bytes)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, bytes);
            return path;
        }
    }
}
