namespace DemoCityAnalytics.Api.Formats;

/// <summary>SDMX-CSV 2.0, with <c>labels=id</c>, <c>both</c> or <c>name</c> as the standard has them.</summary>
sealed class SdmxCsv : ObservationFormat
{
    public override string Name => "sdmx-csv";
    public override string MediaType => "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8";
    public override string Extension => "csv";

    public override async Task Write(ObservationSet set, Stream to, CancellationToken cancel)
    {
        var cube = new Cube(set);
        var output = new TextOutput(to);
        var names = cube.Names;
        var structure = $"{Sdmx.Agency}:{Sdmx.Dataflow}({Sdmx.Version})";
        var first = true;
        void Cell(string id, string? name)
        {
            if (!first) output.Text.Append(',');
            first = false;
            output.Text.Append(TableColumns.Csv(TableColumns.Harmless(set.Labels == LabelChoice.Both && name is { Length: > 0 } ? $"{id}: {name}" : id)));
            if (set.Labels == LabelChoice.Name && name is not null) output.Text.Append(',').Append(TableColumns.Csv(TableColumns.Harmless(name)));
        }
        void EndRow()
        {
            output.Text.Append("\r\n");
            first = true;
        }

        Cell("STRUCTURE", null);
        Cell("STRUCTURE_ID", set.Labels == LabelChoice.Name ? "STRUCTURE_NAME" : null);
        Cell("ACTION", null);
        foreach (var dimension in cube.Dimensions) Cell(dimension.Id, names.Dimension(dimension.Id));
        Cell("OBS_VALUE", set.Labels == LabelChoice.Both ? names.Dimension("OBS_VALUE") : null);
        foreach (var attribute in Sdmx.Attributes) Cell(attribute.Id, Coded(attribute) || set.Labels == LabelChoice.Both ? names.Dimension(attribute.Id) : null);
        Cell("RELEASE", set.Labels == LabelChoice.Both ? names.Dimension("RELEASE") : null);
        Cell("SYNTHETIC", set.Labels == LabelChoice.Both ? names.Dimension("SYNTHETIC") : null);
        EndRow();
        foreach (var row in set.Rows)
        {
            Cell("dataflow", null);
            Cell(structure, names.Dimension("DATAFLOW"));
            Cell("I", null);
            foreach (var dimension in cube.Dimensions)
                Cell(dimension.Id == "TIME_PERIOD" ? Sdmx.Time(row.Period) : dimension.CodeOf(row), dimension.NameOf(dimension.CodeOf(row)));
            Cell(Sdmx.Number(row.Value) ?? "", null);
            foreach (var attribute in Sdmx.Attributes) Cell(attribute.Of(row) ?? "", Coded(attribute) ? names.Status(row.Status) : null);
            Cell(row.Release ?? "", null);
            Cell(set.Mark, null);
            EndRow();
            await output.MayPass(cancel);
        }
        await output.Pass(cancel);
    }

    static bool Coded(SdmxAttribute attribute) => attribute.Id == "OBS_STATUS";
}
