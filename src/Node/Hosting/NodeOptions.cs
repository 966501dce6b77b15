using System.ComponentModel.DataAnnotations;
using System.Net;

namespace RecoveryCoP.Node.Hosting;

/// <summary>Where a node lives and how the world reaches it. Section <c>Node</c>.</summary>
public sealed record NodeOptions : IValidatableObject
{
    /// <summary>The folder with the database, keys and mail. Default: <c>data/chapter</c> or <c>data/hub</c> under the current folder.</summary>
    [Required]
    public string DataFolder { get; init; } = "";

    /// <summary>Where pages listen: an http or https address; https takes its certificate from <c>Kestrel:Certificates:Default</c> (<see cref="ServerCertificate"/>). Default: loopback.</summary>
    [Required]
    public string Listen { get; init; } = "";

    /// <summary>Where gRPC listens, at a hub: an address of its own, since without TLS HTTP/2 cannot share a port with pages. Default: loopback.</summary>
    public string GrpcListen { get; init; } = "";

    /// <summary>The address people use, e.g. <c>https://retablissement.example.org</c>: links are built from it and never from what a request claims. Default: where pages listen.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>
    /// Proxies in front of the node, beside those on the same machine: addresses, or networks such as <c>10.0.0.0/8</c>. Only what they say of where a visitor
    /// comes from is believed (<c>X-Forwarded-For</c>).
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>True listens without TLS to other machines too, which is refused otherwise: whoever is in between reads along, sign-in links and all. For a network that nobody else is on, such as a container's behind its proxy.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>True ends the node in good order when its standard input does, so that it cannot outlive the program that started it. For a node that somebody starts as part of something larger; a service has no input to speak of.</summary>
    public bool EndsWithInput { get; init; }

    /// <summary>The address people use, without a slash at its end.</summary>
    public string Address => (PublicAddress.Length > 0 ? PublicAddress : Listen).TrimEnd('/');

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (key, address) in new[] { (nameof(Listen), Listen), (nameof(GrpcListen), GrpcListen) })
        {
            if (address.Length > 0 && !ListenAddress.IsValid(address))
            {
                yield return new ValidationResult(new Text("doit être une adresse avec une IP ou localhost et un port, comme http://127.0.0.1:5080", "must be an address with an IP or localhost and a port, such as http://127.0.0.1:5080").OnOneLine(), [key]);
            }
            else if (!AllowPlainHttp && ListenAddress.IsPlainToOthers(address))
            {
                yield return new ValidationResult(
                    new Text(
                        "est {0}, où n’importe qui peut lire en chemin. Écoutez en https://, ou à http://127.0.0.1 derrière un serveur mandataire avec TLS; si personne d’autre n’est sur ce réseau, mettez Node:AllowPlainHttp=true",
                        "is {0}, where anybody in between reads along. Listen on https://, or on http://127.0.0.1 behind a proxy with TLS; where nobody else is on that network, set Node:AllowPlainHttp=true").With(address).OnOneLine(), [key]);
            }
        }

        foreach (var proxy in TrustedProxies.Where(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _)))
        {
            yield return new ValidationResult(
                new Text("contient {0}, qui n’est ni une adresse IP ni un réseau comme 10.0.0.0/8", "has {0}, which is neither an IP address nor a network such as 10.0.0.0/8").With(proxy).OnOneLine(), [nameof(TrustedProxies)]);
        }

        if (PublicAddress.Length > 0 && !ListenAddress.IsHttp(PublicAddress))
        {
            yield return new ValidationResult(
                new Text("doit être une adresse http ou https sans chemin, comme https://retablissement.example.org", "must be an http or https address without a path, such as https://retablissement.example.org").OnOneLine(), [nameof(PublicAddress)]);
        }
        else if (!AllowPlainHttp && PublicAddress.Length > 0 && new Uri(PublicAddress) is { Scheme: "http", IsLoopback: false })
        {
            yield return new ValidationResult(
                new Text(
                    "est {0}, où n’importe qui peut lire en chemin les liens pour entrer. Utilisez https://; si personne d’autre n’est sur ce réseau, mettez Node:AllowPlainHttp=true",
                    "is {0}, where anybody in between reads sign-in links along. Use https://; where nobody else is on that network, set Node:AllowPlainHttp=true").With(PublicAddress).OnOneLine(), [nameof(PublicAddress)]);
        }
    }
}
