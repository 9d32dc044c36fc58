using DemoCityAnalytics.Metrics.Models;
using DemoCityAnalytics.Metrics.Models.Duplicates;
using DemoCityAnalytics.Metrics.Models.Forecasts;
using DemoCityAnalytics.Metrics.Models.Matching;

namespace DemoCityAnalytics.Cli.Verbs.Models;

/// <summary>Synthetic postings, sides of a market and series (合成数据) of any number, always the same: for measuring, not for showing.</summary>
static class MadePostings
{
    static readonly string[] Titles = ["普工", "操作工（两班倒）", "销售代表", "电商运营专员", "会计", "前台文员", "保安员", "仓库管理员", "Java开发工程师", "口腔医生", "护士", "餐厅服务员", "厨师", "外贸业务员", "平面设计师", "小学数学老师", "电工", "焊工", "快递员", "养老护理员"];
    static readonly string[] Duties = ["负责生产线上的操作与设备点检，填写生产记录", "开拓客户并维护老客户，完成销售目标", "审核凭证，按时报税，编制财务报表", "接待来访人员，接听电话，整理文件档案", "按图纸完成加工，保证质量和进度", "维护店铺页面，策划促销活动，分析运营数据"];
    static readonly string[] Demands = ["中专及以上学历，吃苦耐劳，服从安排", "有一年以上相关经验者优先", "熟练使用办公软件，沟通能力强", "能适应倒班，身体健康", "男女不限，年龄不限", "持有相应的职业资格证书"];
    static readonly string[] Benefits = ["五险一金，月休四天，包吃住", "周末双休，法定节假日休息", "底薪加提成，多劳多得，年底双薪", "提供住宿和工作餐，每年调薪"];
    static readonly string[] Trades = ["软件科技", "贸易", "电子", "机械设备", "餐饮管理", "物业管理", "服饰", "医药"];
    static readonly string[] Divisions = ["软件和信息技术服务业", "批发业", "计算机、通信和其他电子设备制造业", "通用设备制造业", "餐饮业", "房地产业", "纺织服装、服饰业", "医药制造业"];

    /// <summary>Ten postings to an employer on average; one in twenty is another's again, with a mark in its title.</summary>
    public static IReadOnlyList<PostingRecord> Make(int count)
    {
        var employers = Math.Max(1, count / 10);
        var first = new DateOnly(2025, 1, 1);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var of = at % 20 == 19 ? at - 1 : at;
            var mix = (uint)of * 2654435761u;
            var title = Pick(Titles, mix >> 3);
            var text = $"岗位职责：{Pick(Duties, mix >> 7)}；{Pick(Duties, mix >> 11)}。编号{of % 977}线。任职要求：{Pick(Demands, mix >> 5)}；{Pick(Demands, mix >> 13)}。福利待遇：{Pick(Benefits, mix >> 9)}。";
            var employer = (int)(mix % (uint)employers);
            return new PostingRecord($"M{at}", "合成", $"合成{employer}{Pick(Trades, (uint)employer)}有限公司", of == at ? title : "【急聘】" + title, text, "合成市", $"合成路{employer % 500}号",
                4000 + mix % 40 * 100, 6000 + mix % 40 * 100, first.AddDays((int)(mix % 180)));
        })];
    }

    public static IReadOnlyList<LabelledText> Employers() =>
        [.. Enumerable.Range(0, 2_000).Select(at => new LabelledText($"合成{at}{Pick(Trades, (uint)at)}", Pick(Divisions, (uint)at)))];

    /// <summary>One side of the market of ten cities.</summary>
    public static IReadOnlyList<MatchGroup> Side(int count, uint salt)
    {
        string[] occupations = ["2-02", "2-06", "4-01", "4-01-02", "4-02", "4-03", "4-07", "6-18", "6-25", "6-31"];
        string[] education = ["21", "31", "41", "61", "71"];
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var mix = ((uint)at + salt) * 2654435761u;
            return new MatchGroup((int)(at % 10), Pick(occupations, mix >> 4), Pick(education, mix >> 9), 3000 + mix % 12 * 500, (int)(mix >> 20 & 3), 1);
        })];
    }

    /// <summary>Four series of 340 cities over 36 months.</summary>
    public static IReadOnlyList<TimeSeries> Series()
    {
        var months = Enumerable.Range(0, 36).Select(t => new Warehouse.Calendar.Month(2022, 1) + t).Select(month => month.ToString()).ToList();
        return [.. Enumerable.Range(0, 4 * 340).Select(at => new TimeSeries($"made {at}", 12, months,
            [.. Enumerable.Range(0, 36).Select(t => (double?)(200 + at % 340 + 3 * t + 60 * Math.Sin(Math.PI * t / 6) + ((uint)(at * 36 + t) * 2654435761u >> 16) % 50))]) { Group = $"made {at % 4}" })];
    }

    static T Pick<T>(T[] from, uint at) => from[at % (uint)from.Length];
}
