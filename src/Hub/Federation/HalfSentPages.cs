using Microsoft.AspNetCore.Http.Features;
using RecoveryCoP.Federation.V1;
using RecoveryCoP.Node.Hosting;

namespace RecoveryCoP.Hub.Federation;

/// <summary>Prepares the fault point in the middle of a pulled page: sends half the bytes, passes the point, sends the rest. Does nothing unless a test asks.</summary>
internal sealed class HalfSentPages(FaultPoints faults) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (faults.IsSet(FaultPoints.PullPageHalfSent))
        {
            var pull = $"/{ExchangeService.Descriptor.FullName}/{nameof(ExchangeService.ExchangeServiceBase.Pull)}";
            app.Use(async (context, then) =>
            {
                if (context.Request.Path == pull && context.Features.Get<IHttpResponseBodyFeature>() is { } body)
                {
                    context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new Halving(body.Stream, faults), body));
                }

                await then(context);
                await context.Response.BodyWriter.FlushAsync(context.RequestAborted); // gRPC leaves that to the server, which knows its own writer only
            });
        }

        next(app);
    };

    private sealed class Halving(Stream inner, FaultPoints faults) : Stream
    {
        // Smaller writes are pages without items.
        private const int SmallestPage = 200;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.Length >= SmallestPage)
            {
                var half = buffer.Length / 2;
                await inner.WriteAsync(buffer[..half], cancellationToken);
                await inner.FlushAsync(cancellationToken);
                faults.Pass(FaultPoints.PullPageHalfSent);
                buffer = buffer[half..];
            }

            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
