using System.Globalization;
using System.Security;
using DemoCityAnalytics.Api.Endpoints;

namespace DemoCityAnalytics.Api.Formats;

/// <summary>SDMX-ML 2.1 generic data, the form that R's and other older tools read.</summary>
sealed class SdmxMl : ObservationFormat
{
    const string Message = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message";
    const string Common = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common";
    const string Generic = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic";

    public override string Name => "sdmx-ml";
    public override string MediaType => "application/vnd.sdmx.genericdata+xml; version=2.1; charset=utf-8";
    public override string Extension => "xml";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var cube = new Cube(set);
        var output = new TextOutput(to);
        WriteHead(output, set);
        foreach (var (from, rows) in set.Versions()) await WriteSet(output, set, cube, from, rows, cancel);
        output.Text.Append("</m:GenericData>\n");
        await output.Pass(cancel);
    }

    static async Task WriteSet(TextOutput output, ObservationSet set, Cube cube, DateTime? from, IEnumerable<ObservationView> rows, CancellationToken cancel)
    {
        output.Text.Append(CultureInfo.InvariantCulture, $"<m:DataSet structureRef=\"{Sdmx.Structure}\" action=\"{(from is null ? "Information" : "Replace")}\"");
        if (from is { } moment) output.Text.Append(CultureInfo.InvariantCulture, $" validFromDate=\"{TableColumns.Instant(moment)}\"");
        output.Text.Append(">\n<g:Attributes>");
        Value(output, "RELEASE", set.ReleaseView?.Name ?? "");
        Value(output, "SYNTHETIC", set.Mark);
        output.Text.Append("</g:Attributes>\n");
        ObservationView? before = null;
        var series = cube.Dimensions.SkipLast(1).ToList();
        foreach (var row in rows)
        {
            if (before is null || series.Any(dimension => dimension.CodeOf(before) != dimension.CodeOf(row)))
            {
                if (before is not null) output.Text.Append("</g:Series>\n");
                output.Text.Append("<g:Series><g:SeriesKey>");
                foreach (var dimension in series) Value(output, dimension.Id, dimension.CodeOf(row));
                output.Text.Append("</g:SeriesKey>\n");
            }
            before = row;
            output.Text.Append(CultureInfo.InvariantCulture, $"<g:Obs><g:ObsDimension id=\"TIME_PERIOD\" value=\"{Sdmx.Time(row.Period)}\"/>");
            if (Sdmx.Number(row.Value) is { } value) output.Text.Append(CultureInfo.InvariantCulture, $"<g:ObsValue value=\"{value}\"/>");
            output.Text.Append("<g:Attributes>");
            foreach (var attribute in Sdmx.Attributes)
                if (attribute.Of(row) is { } text) Value(output, attribute.Id, text);
            output.Text.Append("</g:Attributes></g:Obs>\n");
            await output.MayPass(cancel);
        }
        if (before is not null) output.Text.Append("</g:Series>\n");
        output.Text.Append("</m:DataSet>\n");
    }

    static void WriteHead(TextOutput output, ObservationSet set)
    {
        output.Text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <m:GenericData xmlns:m="{Message}" xmlns:c="{Common}" xmlns:g="{Generic}">
            <m:Header>
            <m:ID>DCA-{set.Prepared:yyyyMMddHHmmss}</m:ID>
            <m:Test>{(set.Release.Manifest.Synthetic ? "true" : "false")}</m:Test>
            <m:Prepared>{TableColumns.Instant(set.Prepared)}</m:Prepared>
            <m:Sender id="{Sdmx.Agency}"/>
            <m:Structure structureID="{Sdmx.Structure}" dimensionAtObservation="TIME_PERIOD">
            <c:StructureUsage><Ref agencyID="{Sdmx.Agency}" id="{Sdmx.Dataflow}" version="{Sdmx.Version}"/></c:StructureUsage>
            </m:Structure>
            </m:Header>

            """));
    }

    static void Value(TextOutput output, string id, string value) =>
        output.Text.Append("<g:Value id=\"").Append(id).Append("\" value=\"").Append(SecurityElement.Escape(value)).Append("\"/>");
}
