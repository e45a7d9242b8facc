using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace EmbeddedAws.Host;

/// <summary>
/// One deadline for a whole body, however steadily it trickles in: when it passes, reading fails with a 408. Kestrel itself only demands a lowest
/// rate (240 bytes a second), at which 10 MiB may take twelve hours.
/// </summary>
internal sealed class BodyDeadline : PipeReader, IRequestBodyPipeFeature, IAsyncDisposable
{
    /// <summary>For what is read into memory: a message of a protocol, an event of a function.</summary>
    public static readonly TimeSpan OfMessage = TimeSpan.FromMinutes(2);

    /// <summary>For an object, which may have 5 GiB.</summary>
    public static readonly TimeSpan OfObject = TimeSpan.FromHours(1);

    private readonly PipeReader _body;
    private readonly ITimer _timer;
    private volatile bool _passed;

    private BodyDeadline(PipeReader body, TimeSpan limit, TimeProvider time)
    {
        _body = body;
        _timer = time.CreateTimer(_ => Pass(), null, limit, Timeout.InfiniteTimeSpan);
    }

    PipeReader IRequestBodyPipeFeature.Reader => this;

    /// <summary>Sets the deadline of a request's body, from now on; it holds for <see cref="HttpRequest.BodyReader"/>.</summary>
    public static void Set(HttpContext context, TimeSpan limit, TimeProvider time)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
            return;
        var deadline = new BodyDeadline(context.Request.BodyReader, limit, time);
        context.Features.Set<IRequestBodyPipeFeature>(deadline);
        context.Response.RegisterForDisposeAsync(deadline);
    }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var read = await _body.ReadAsync(cancellationToken);
        if (read.IsCompleted)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        else if (_passed)
        {
            _body.AdvanceTo(read.Buffer.Start);
            throw new BadHttpRequestException("The body did not arrive in time.", StatusCodes.Status408RequestTimeout);
        }

        return read;
    }

    public override bool TryRead(out ReadResult result) => _body.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => _body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _body.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => _body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => _body.Complete(exception);

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Pass()
    {
        _passed = true;
        _body.CancelPendingRead();
    }
}
