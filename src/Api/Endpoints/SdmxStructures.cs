using System.Globalization;
using DemoCityAnalytics.Api.Formats;
using DemoCityAnalytics.Api.Language;
using DemoCityAnalytics.Metrics.Observations;
using DemoCityAnalytics.Metrics.Releases;
using DemoCityAnalytics.Warehouse.Calendar;

namespace DemoCityAnalytics.Api.Endpoints;

/// <summary>A code list with all codes of a release, whether figures bear them or not.</summary>
sealed record SdmxCodeList(string Id, string Name, IReadOnlyList<(string Code, string Name)> Codes);

/// <summary>Dataflow, data structure, concepts and code lists of the release, in SDMX-JSON 2.0 form.</summary>
sealed class SdmxStructures(ReleaseSnapshot release, RequestLanguage language)
{
    const string Concepts = "CS_INDICATORS";
    readonly Names names = new(release, language);

    static readonly (string Dimension, string List)[] Coded =
        [("INDICATOR", "CL_INDICATOR"), ("REF_AREA", "CL_AREA"), ("VARIANT", "CL_VARIANT"), ("GROUP", "CL_GROUP"), ("FREQ", "CL_FREQ")];

    public IReadOnlyList<SdmxCodeList> CodeLists =>
    [
        new("CL_INDICATOR", names.Dimension("INDICATOR"), release.Indicators.Select(x => (x.Code, language.Of(x.Header.Name))).ToList()),
        new("CL_AREA", names.Dimension("REF_AREA"), release.Areas.Values.OrderBy(x => x.Code).Select(x => (Cube.AreaCode(x.Code), x.Name)).ToList()),
        new("CL_VARIANT", names.Dimension("VARIANT"), release.Indicators.SelectMany(x => x.Header.Variants.Select(v => v.Id)).Distinct().Order(StringComparer.Ordinal).Select(id => (id, names.Variant(id))).Prepend((Cube.Main, names.Variant(""))).ToList()),
        new("CL_GROUP", names.Dimension("GROUP"), release.Indicators.SelectMany(x => x.Header.Members).SelectMany(dimension => dimension.Value.Keys.Select(member => (Dimension: dimension.Key, Member: member)))
            .Distinct().OrderBy(x => x.Dimension, StringComparer.Ordinal).ThenBy(x => x.Member, StringComparer.Ordinal)
            .Select(x => (Cube.GroupCode(x.Dimension, x.Member), names.Group(x.Dimension, x.Member))).Prepend((Cube.Total, names.Group("", ""))).ToList()),
        new("CL_FREQ", names.Dimension("FREQ"), Enum.GetValues<Frequency>().Select(x => (Cube.FrequencyCode(x), names.Frequency(x))).ToList()),
        new("CL_OBS_STATUS", names.Dimension("OBS_STATUS"), Enum.GetValues<ObservationStatus>().Select(x => (Sdmx.Status(x), names.Status(x))).ToList()),
    ];

    public object? Message(string kind, string id, string version)
    {
        if (version is not (Sdmx.Version or "*" or "+" or "~" or "latest" or "all")) return null;
        bool Asked(string name) => id is "*" or "all" || id == name;
        object? data = kind switch
        {
            "dataflow" when Asked(Sdmx.Dataflow) => new { dataflows = new[] { Dataflow() } },
            "datastructure" when Asked(Sdmx.Structure) => new { dataStructures = new[] { Structure() } },
            "conceptscheme" when Asked(Concepts) => new { conceptSchemes = new[] { Scheme() } },
            "codelist" when CodeLists.Any(list => Asked(list.Id)) => new { codelists = CodeLists.Where(list => Asked(list.Id)).Select(List).ToList() },
            _ => null,
        };
        if (data is null) return null;
        return new
        {
            meta = new
            {
                schema = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json",
                id = "DCA-" + release.Manifest.PublishedAt.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture),
                prepared = TableColumns.Instant(release.Manifest.PublishedAt),
                test = release.Manifest.Synthetic,
                contentLanguages = new[] { language.Code },
                sender = new { id = Sdmx.Agency },
            },
            data,
        };
    }

    object Dataflow() => new
    {
        id = Sdmx.Dataflow,
        agencyID = Sdmx.Agency,
        version = Sdmx.Version,
        name = names.Dimension("DATAFLOW"),
        structure = $"{Sdmx.Urn}.datastructure.DataStructure={Sdmx.Agency}:{Sdmx.Structure}({Sdmx.Version})",
    };

    object Structure() => new
    {
        id = Sdmx.Structure,
        agencyID = Sdmx.Agency,
        version = Sdmx.Version,
        name = names.Dimension("DATAFLOW"),
        dataStructureComponents = new
        {
            dimensionList = new
            {
                id = "DimensionDescriptor",
                dimensions = Coded.Select((x, i) => new { id = x.Dimension, position = i, conceptIdentity = Concept(x.Dimension), localRepresentation = new { enumeration = ListUrn(x.List) } }).ToList(),
                timeDimension = new { id = "TIME_PERIOD", conceptIdentity = Concept("TIME_PERIOD"), localRepresentation = new { format = new { dataType = "ObservationalTimePeriod" } } },
            },
            measureList = new { id = "MeasureDescriptor", measures = new[] { new { id = "OBS_VALUE", conceptIdentity = Concept("OBS_VALUE"), usage = "optional", localRepresentation = new { format = new { dataType = "Decimal" } } } } },
            attributeList = new { id = "AttributeDescriptor", attributes = Sdmx.Attributes.Select(Attribute).Append(OfDataset("RELEASE")).Append(OfDataset("SYNTHETIC")).ToList() },
        },
    };

    static object Attribute(SdmxAttribute attribute) => new
    {
        id = attribute.Id,
        usage = attribute.Id is "OBS_STATUS" or "UNIT_MEASURE" or "DECIMALS" ? "mandatory" : "optional",
        conceptIdentity = Concept(attribute.Id),
        attributeRelationship = new { observation = new { } },
        localRepresentation = attribute.Id == "OBS_STATUS" ? (object)new { enumeration = ListUrn("CL_OBS_STATUS") } : new { format = new { dataType = attribute.Number ? "Decimal" : "String" } },
    };

    static object OfDataset(string id) => new
    {
        id,
        usage = "optional",
        conceptIdentity = Concept(id),
        attributeRelationship = new { dataflow = new { } },
        localRepresentation = new { format = new { dataType = "String" } },
    };

    object Scheme() => new
    {
        id = Concepts,
        agencyID = Sdmx.Agency,
        version = Sdmx.Version,
        name = names.Dimension("DATAFLOW"),
        concepts = Coded.Select(x => x.Dimension).Append("TIME_PERIOD").Append("OBS_VALUE").Concat(Sdmx.Attributes.Select(x => x.Id)).Append("RELEASE").Append("SYNTHETIC")
            .Select(id => new { id, name = names.Dimension(id) }).ToList(),
    };

    static object List(SdmxCodeList list) => new
    {
        id = list.Id,
        agencyID = Sdmx.Agency,
        version = Sdmx.Version,
        name = list.Name,
        codes = list.Codes.Select(code => new { id = code.Code, name = code.Name }).ToList(),
    };

    static string Concept(string id) => $"{Sdmx.Urn}.conceptscheme.Concept={Sdmx.Agency}:{Concepts}({Sdmx.Version}).{id}";

    static string ListUrn(string id) => $"{Sdmx.Urn}.codelist.Codelist={Sdmx.Agency}:{id}({Sdmx.Version})";
}
