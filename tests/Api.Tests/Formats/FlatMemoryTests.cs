using DemoCityAnalytics.Api.Endpoints;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Api.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DemoCityAnalytics.Api.Tests.Formats;

/// <summary>Memory must not grow with the rows: a writer has passed on what it was given, but for a small window.</summary>
public sealed class FlatMemoryTests(OpenSite open) : IClassFixture<OpenSite>
{
    const int Rows = 60_000;

    // Rows that a writer may hold back: a batch of Arrow and the pieces in buffers.
    const int Window = 20_000;

    public static TheoryData<string> Streamed => [.. ObservationFormats.Names.Where(name => name != "parquet")]; // Parquet goes through a file

    [Theory]
    [MemberData(nameof(Streamed))]
    public async Task Writer_PassesRowsOnAsTheyCome(string format)
    {
        var release = open.Site.Services.GetRequiredService<ReleaseStore>().Current()!;
        var indicator = release.FindIndicator("E05")!;
        var figure = ObservationView.Of(release.Series("E05", 130100, Warehouse.Calendar.Frequency.Month)[0], indicator.Header, release.Manifest.Name);
        using var sink = new CountingStream();
        var (given, passedAtRow) = (0, new long[Rows / Window]);
        IEnumerable<ObservationView> Stream()
        {
            for (var i = 0; i < Rows; i++)
            {
                if (i % Window == Window - 1) passedAtRow[i / Window] = sink.Length;
                given++;
                // Text that cannot be packed away, so that a writer that packs must pass something on.
                yield return figure with { Note = Guid.NewGuid().ToString() };
            }
        }
        var set = new ObservationSet
        {
            Release = release,
            Language = RequestLanguage.For("zh"),
            Labels = LabelChoice.Id,
            AsOf = null,
            Rows = Stream(),
            Indicators = ["E05"],
            Areas = [130100],
            Total = Rows,
        };

        await ObservationFormats.Of(format).Write(set, sink, CancellationToken.None);

        Assert.True(given >= Rows);
        for (var i = 1; i < passedAtRow.Length; i++)
            Assert.True(passedAtRow[i] > passedAtRow[i - 1] + Window * 16L, $"{format} had passed on {passedAtRow[i - 1]} bytes at row {i * Window} and {passedAtRow[i]} at row {(i + 1) * Window}.");
    }

    sealed class CountingStream : Stream
    {
        long length;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => length;
        public override long Position { get => length; set => throw new NotSupportedException(); }

        // The web server refuses blocking writes; so does this.
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("A blocking write.");
        public override void Flush() { }
        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            length += count;
            return Task.CompletedTask;
        }
    }
}
