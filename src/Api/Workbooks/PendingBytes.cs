namespace DemoCityAnalytics.Api.Workbooks;

/// <summary>
/// Bytes that something which writes blockingly has made, passed on asynchronously when there is a piece of them: the web server takes no
/// blocking writes, and packing a file makes some.
/// </summary>
sealed class PendingBytes(Stream to) : Stream
{
    const int Piece = 1 << 15;
    readonly MemoryStream pending = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public async ValueTask Pass(CancellationToken cancel)
    {
        await to.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancel);
        pending.SetLength(0);
    }

    public ValueTask MayPass(CancellationToken cancel) => pending.Length < Piece ? ValueTask.CompletedTask : Pass(cancel);

    public override void Write(byte[] buffer, int offset, int count) => pending.Write(buffer, offset, count);
    public override void Write(ReadOnlySpan<byte> buffer) => pending.Write(buffer);
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => pending.WriteAsync(buffer, offset, count, cancellationToken);
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => pending.WriteAsync(buffer, cancellationToken);
    public override void Flush() { }
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) pending.Dispose();
        base.Dispose(disposing);
    }
}
