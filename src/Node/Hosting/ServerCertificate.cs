using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;

namespace RecoveryCoP.Node.Hosting;

/// <summary>The certificate that the node shows when it listens on https itself, with those that lead from it to an authority.</summary>
internal sealed class ServerCertificate
{
    private readonly X509Certificate2 certificate;
    private readonly X509Certificate2Collection chain;

    private ServerCertificate(X509Certificate2 certificate, X509Certificate2Collection chain) => (this.certificate, this.chain) = (certificate, chain);

    /// <summary>Reads it.</summary>
    /// <exception cref="CryptographicException">A file is no certificate or no key, or the password is not its own.</exception>
    public static ServerCertificate Load(IConfiguration settings)
    {
        var options = CertificateSection.Options.Bind(settings).Certificates.Default;
        var isPem = File.ReadAllText(options.Path).Contains("-----BEGIN", StringComparison.Ordinal);
        var chain = new X509Certificate2Collection();
        if (!isPem)
        {
            return new(X509CertificateLoader.LoadPkcs12FromFile(options.Path, options.Password), chain);
        }

        // Without a key file of its own, the key stands beside the certificate.
        var key = options.KeyPath ?? options.Path;
        chain.ImportFromPemFile(options.Path);
        var certificate = options.Password is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(options.Path, password, key)
            : X509Certificate2.CreateFromPemFile(options.Path, key);
        // Windows serves no certificate whose key is only in memory.
        return new(OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null) : certificate, chain);
    }

    /// <summary>Until when it holds.</summary>
    public DateTimeOffset EndsAt => certificate.NotAfter;

    /// <summary>Lets a listener show it.</summary>
    public void GiveTo(HttpsConnectionAdapterOptions https) => (https.ServerCertificate, https.ServerCertificateChain) = (certificate, chain);
}

/// <summary>Section <c>Kestrel</c>, named as ASP.NET Core does: the certificate for https. It is read when the settings are checked, so a wrong path or password is told with the key to change.</summary>
internal sealed class CertificateSection() : OptionsSection(Options.Name)
{
    public static OptionsSection<KestrelSettings> Options { get; } = new("Kestrel");

    public override IReadOnlyList<string> Errors(IConfiguration settings)
    {
        if (Options.Errors(settings) is { Count: > 0 } errors)
        {
            return errors;
        }

        var isNeeded = ListenAddress.IsTls(settings["Node:Listen"] ?? "") || ListenAddress.IsTls(settings["Node:GrpcListen"] ?? "");
        return isNeeded && Fault(settings) is { } fault ? [fault] : [];
    }

    private static string? Fault(IConfiguration settings)
    {
        var options = Options.Bind(settings).Certificates.Default;
        if (options.Path.Length == 0)
        {
            return SettingFault.Of(KeyOf(nameof(options.Path)), new Text(
                "est nécessaire pour écouter en https\u00a0: le fichier du certificat, et {0} celui de sa clé", "is needed to listen on https: the file with the certificate, and {0} the file with its key").With(KeyOf(nameof(options.KeyPath))));
        }

        foreach (var (name, path) in new[] { (nameof(options.Path), options.Path), (nameof(options.KeyPath), options.KeyPath) })
        {
            if (path is not null && !File.Exists(path))
            {
                return SettingFault.Of(KeyOf(name), new Text(
                    "le fichier {0} n’existe pas, ou ce programme n’a pas le droit de le voir", "there is no file {0}, or this program may not see it").With(Path.GetFullPath(path)));
            }
        }

        try
        {
            ServerCertificate.Load(settings);
            return null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return SettingFault.Of(
                KeyOf(nameof(options.Path)),
                new Text("{0} ne peut pas servir avec sa clé et {1}", "{0} cannot be used with its key and {1}").With(options.Path, KeyOf(nameof(options.Password))),
                unreadable.Message.ReplaceLineEndings(" "));
        }
    }

    private static string KeyOf(string name) => $"{Options.Name}:{nameof(KestrelSettings.Certificates)}:{nameof(CertificateSettings.Default)}:{name}";
}

/// <summary>What a node takes from section <c>Kestrel</c>; where it listens is <see cref="NodeOptions"/>'.</summary>
internal sealed record KestrelSettings
{
    /// <summary>Certificates by their use.</summary>
    public CertificateSettings Certificates { get; init; } = new();
}

/// <inheritdoc cref="KestrelSettings.Certificates" />
internal sealed record CertificateSettings
{
    /// <summary>Of every https address.</summary>
    public CertificateFiles Default { get; init; } = new();
}

/// <summary>Where a certificate lies.</summary>
internal sealed record CertificateFiles
{
    /// <summary>A PEM file with the certificate and those that lead to its authority, or a PKCS#12 file (<c>.pfx</c>) with the key too.</summary>
    public string Path { get; init; } = "";

    /// <summary>The PEM file with the key. Default: it is in <see cref="Path"/>.</summary>
    public string? KeyPath { get; init; }

    /// <summary>Of the key, where it has one.</summary>
    public string? Password { get; init; }
}
