using System.Globalization;
using DemoCityAnalytics.Generator.Cities;
using DemoCityAnalytics.Generator.Layout;
using DemoCityAnalytics.Generator.Randomness;
using DemoCityAnalytics.Generator.Truth;

namespace DemoCityAnalytics.Generator.Events;

/// <summary>好差评: most by the user, some filled in by default.</summary>
sealed class ServiceRatings(City city, Timeline timeline, Volume volume)
    : EventStream("service_rating", city, timeline, volume, RatingShape)
{
    static readonly EventShape RatingShape = new(130, [86, 94, 116, 108, 104, 102, 104, 100, 102, 98, 96, 90], 6);
    static readonly string[] Items = ReferenceTable.Read("service_items.csv").Select(cells => cells[0]).ToArray();

    string _channel = "", _item = "";
    int _level, _secondsOfDay;
    long _fixed;
    bool _byUser, _foundDefault;
    bool? _followedUp;

    protected override int DrawDetails(ref Draw draw)
    {
        _level = 5 - draw.Weighted([700, 200, 60, 28, 12]);
        _channel = draw.PerMille(20) ? "" : Choices.Digit(draw.Weighted([330, 300, 150, 170, 50]) + 1);
        _item = draw.PerMille(15) ? "" : draw.PerMille(5) ? "0" : Items[draw.Below(Items.Length)];
        _byUser = draw.PerMille(780);
        _foundDefault = draw.PerMille(500);
        _secondsOfDay = draw.Between(8 * 3600, 20 * 3600);
        _fixed = _level <= 2 && draw.PerMille(800) ? (Day + draw.Between(1, 26)) * 86_400L + draw.Between(8 * 3600, 18 * 3600) : 0;
        if (_fixed >= (Timeline.LastDay + 1) * 86_400L) _fixed = 0;
        _followedUp = _level <= 2 ? draw.PerMille(900) : draw.PerMille(800) ? null : true;
        return 0;
    }

    bool ByUser => _byUser && !(IsCorrected && _foundDefault);
    int Level => IsCorrected && !_foundDefault ? 4 : _level;

    protected override void Empty(string column)
    {
        if (column == "channel") _channel = "";
        else base.Empty(column);
    }

    protected override void FillCells(Span<Cell> cells)
    {
        cells[0] = Key;
        cells[1] = Cell.Of(string.Create(CultureInfo.InvariantCulture, $"BJ{City.Code}{Month % 1200:0000}{Ordinal:0000000}"));
        cells[2] = Cell.Code(Choices.Digit(Level));
        cells[3] = Cell.Code(_channel);
        cells[4] = Cell.Of(_item);
        cells[5] = Cell.Code(ByUser ? "1" : "2");
        cells[6] = Cell.Moment(Day * 86_400L + _secondsOfDay);
        cells[7] = Cell.Moment(_fixed);
        cells[8] = _followedUp is { } followedUp ? Cell.YesNo(followedUp) : Cell.Empty;
        cells[9] = Area;
        cells[10] = UpdatedAt;
    }

    protected override void CountEvent(CityTruth truth)
    {
        truth.Log.Add(new Rating(Level, ByUser, Day, (int)(_fixed / 86_400), _followedUp == true));
        if (ByUser) truth.CountRating(Month, _channel.Length == 0 ? 0 : _channel[0] - '0', Level);
    }
}
