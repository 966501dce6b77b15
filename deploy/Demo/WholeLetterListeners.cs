using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SmtpServer;
using SmtpServer.IO;
using SmtpServer.Net;

namespace RecoveryCoP.Demo;

/// <summary>
/// Connections of the mail server whose buffer holds a whole letter: the server's own looks for a letter's end across buffers, and misses it where it falls into three.
/// What it answers goes at once, as other servers' answers do.
/// </summary>
internal sealed class WholeLetterListeners : IEndpointListenerFactory
{
    public IEndpointListener CreateListener(IEndpointDefinition endpointDefinition) => new Listener(endpointDefinition.Endpoint);

    private sealed class Listener : IEndpointListener
    {
        private readonly TcpListener _listener;

        public Listener(IPEndPoint endpoint)
        {
            _listener = new(endpoint);
            _listener.Start();
        }

        public async Task<ISecurableDuplexPipe> GetPipeAsync(ISessionContext context, CancellationToken cancellationToken)
        {
            var client = await _listener.AcceptTcpClientAsync(cancellationToken);
            client.NoDelay = true;
            return new Connection(client);
        }

        public void Dispose() => _listener.Dispose();
    }

    private sealed class Connection(TcpClient client) : ISecurableDuplexPipe
    {
        public PipeReader Input { get; } = PipeReader.Create(client.GetStream(), new StreamPipeReaderOptions(bufferSize: 1 << 20));

        public PipeWriter Output { get; } = PipeWriter.Create(client.GetStream());

        public bool IsSecure => false;

        public SslProtocols SslProtocol => SslProtocols.None;

        public Task UpgradeAsync(X509Certificate certificate, SslProtocols protocols, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public void Dispose() => client.Dispose();
    }
}
