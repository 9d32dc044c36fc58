using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Faults;

namespace DemoCityAnalytics.Generator.Files;

/// <summary>Marks a folder as synthetic: <c>synthetic.json</c> for programs, <c>README.txt</c> for people.</summary>
static class Marker
{
    const string Notice = "合成数据 / synthetic data";

    static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string folder, GeneratorOptions options, GeneratorReport report, IReadOnlyList<City> cities)
    {
        var copies = FaultPlan.Copies(options.Cities, options.Months);
        var marker = new
        {
            notice = Notice,
            generator = "DemoCityAnalytics.Generator",
            version = CityDataGenerator.Version,
            parameters = new
            {
                cities = options.Cities,
                months = options.Months,
                start = options.Start,
                seed = options.Seed,
                scale = options.Scale.ToString(CultureInfo.InvariantCulture),
            },
            rows = report.RowsBySource,
            files = report.Files,
            faults = new { rejected = report.Rejected, warned = report.Warned, each_kind = copies },
            areas = cities.Select(city => new
            {
                code = city.Code,
                name = city.Name,
                system = city.System.ToString(),
                districts = city.Districts.Length,
                stock_by_district = city.StatesStockByDistrict,
            }),
        };
        File.WriteAllText(Path.Combine(folder, "synthetic.json"), JsonSerializer.Serialize(marker, Layout) + "\n", new UTF8Encoding(false));
        File.WriteAllText(Path.Combine(folder, "README.txt"), Text(options, report, copies), new UTF8Encoding(false));
    }

    static string Text(GeneratorOptions options, GeneratorReport report, int copies) => string.Create(CultureInfo.InvariantCulture, $"""
        {Notice}

        本文件夹由 dca generate 生成,全部记录均为虚构,不对应任何真实的个人、单位或业务。
        城市名称和代码为真实行政区划,区县(合成一区等)及其代码为虚构;公民身份号码、统一社会信用代码的校验位正确,但所属区划并不存在。
        数量按比例缩小,不代表任何城市的实际水平。

        Everything in this folder is invented by dca generate; no record is of a real person, employer or case.
        Cities are real divisions; their districts (合成一区 ...) and codes are invented, and so are all numbers of persons and employers.
        The figures say nothing about the cities named.

        cities {options.Cities}, months {options.Months} from {options.Start}, seed {options.Seed}, scale {options.Scale}
        rows {report.Rows}, files {report.Files}
        refused rows {report.Rejected}, rows with a warning {report.Warned}; each kind of fault up to {copies} times

        files/               drop folder: one sub-folder per source
        truth/observations.csv   exact value of each indicator of the catalogue, by area and period
        truth/rejections.csv     exact number of faults that the loader must find, by source, rule and column
        synthetic.json       parameters of this run

        """).ReplaceLineEndings("\n");
}
