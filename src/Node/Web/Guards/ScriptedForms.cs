using Microsoft.AspNetCore.Http;

namespace RecoveryCoP.Node.Web.Guards;

/// <summary>
/// Tells the script that sends forms (<c>forms.js</c>) where to go, instead of sending it there: a script that follows a redirect reads the next page, and with it
/// what is said only once, before the browser does.
/// </summary>
internal sealed class ScriptedForms(RequestDelegate next)
{
    /// <summary>The header by which the script is known. Only a script of this site can send it.</summary>
    public const string Header = "Form-Script";

    public Task Invoke(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.ContainsKey(Header))
        {
            // A page is rendered to its end, even one that sends its reader elsewhere: none of that is sent.
            context.Response.Body = new NotWhenSentElsewhere(context.Response);
            context.Response.OnStarting(() =>
            {
                if (SendsElsewhere(context.Response))
                {
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    private static bool SendsElsewhere(HttpResponse response) => response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther;

    private sealed class NotWhenSentElsewhere(HttpResponse response) : Stream
    {
        private readonly Stream body = response.Body;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        private bool IsDropped => SendsElsewhere(response) || response.StatusCode == StatusCodes.Status204NoContent;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => IsDropped ? default : body.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override Task FlushAsync(CancellationToken cancellationToken) => IsDropped ? Task.CompletedTask : body.FlushAsync(cancellationToken);

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
