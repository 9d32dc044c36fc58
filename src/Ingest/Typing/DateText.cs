using DemoCityAnalytics.Ingest.Formats;

namespace DemoCityAnalytics.Ingest.Typing;

/// <summary>
/// Reads days, moments and months as Chinese systems write them: 2024-03-05, 2024/3/5, 2024.3.5, 20240305, 2024年3月5日, each with or
/// without a time and an offset, and Excel's serial days. A moment with an offset becomes local time in Shanghai.
/// </summary>
public static class DateText
{
    const long TicksOfShanghaiOffset = 8 * TimeSpan.TicksPerHour;

    // Excel's day 0 is 1899-12-30 for every day after its invented 1900-02-29. Five digits are 1927 to 2173.
    static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime moment)
    {
        if (text.Length is 10 or 19 && text[4] == '-' && TryReadIso(text, out moment)) return true;
        if (text.Length > 64)
        {
            moment = default;
            return false;
        }
        Span<byte> plain = stackalloc byte[text.Length];
        return TryReadPlain(plain[..ToPlain(text, plain)], out moment);
    }

    /// <summary>A month: 2024-03, 2024/3, 202403, 2024年3月, or the first day of one.</summary>
    public static bool TryReadMonth(ReadOnlySpan<byte> text, out int year, out int month)
    {
        (year, month) = (0, 0);
        if (text.Length > 64) return false;
        Span<byte> buffer = stackalloc byte[text.Length];
        ReadOnlySpan<byte> plain = buffer[..ToPlain(text, buffer)];
        var rest = plain;
        var digits = Digits(ref rest, out year);
        if (digits == 6 && rest.Length == 0) (year, month) = (year / 100, year % 100);
        else if (digits == 4 && rest.Length > 1 && IsDateSign(rest[0]))
        {
            rest = rest[1..];
            if (Digits(ref rest, out month) is not (1 or 2)) return false;
            if (rest.Length == 1 && rest[0] == '-' && text[^1] > 0x7F) rest = []; // the sign that 月 became
            if (rest.Length > 0) return IsFirstDay(plain, out year, out month);
        }
        else return IsFirstDay(plain, out year, out month);
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12;
    }

    static bool IsFirstDay(ReadOnlySpan<byte> plain, out int year, out int month)
    {
        var found = TryReadPlain(plain, out var moment) && moment.Day == 1 && moment.TimeOfDay == TimeSpan.Zero;
        (year, month) = (moment.Year, moment.Month);
        return found;
    }

    static bool TryReadIso(ReadOnlySpan<byte> text, out DateTime moment)
    {
        moment = default;
        if (text[7] != '-' || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var day)) return false;
        if (text.Length == 10) return TryMake(year, month, day, 0, out moment);
        return text[10] is (byte)' ' or (byte)'T' && text[13] == ':' && text[16] == ':'
            && Number(text[11..13], out var hour) && Number(text[14..16], out var minute) && Number(text[17..19], out var second)
            && hour < 24 && minute < 60 && second < 60
            && TryMake(year, month, day, ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond, out moment);
    }

    // 年 and 月 become '-', 日 and 号 vanish (a time may follow at once, so they leave a blank), full-width signs become half-width.
    static int ToPlain(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var length = Utf8Text.ToHalfWidth(text, into);
        var written = 0;
        for (var read = 0; read < length;)
        {
            var rest = into[read..length];
            if (rest.StartsWith("年"u8) || rest.StartsWith("月"u8))
            {
                into[written++] = (byte)'-';
                read += 3;
            }
            else if (rest.StartsWith("日"u8) || rest.StartsWith("号"u8))
            {
                into[written++] = (byte)' ';
                read += 3;
            }
            else
            {
                into[written++] = into[read++];
            }
        }
        while (written > 0 && into[written - 1] == ' ') written--;
        return written;
    }

    static bool TryReadPlain(ReadOnlySpan<byte> text, out DateTime moment)
    {
        moment = default;
        var rest = text;
        int year, month, day;
        switch (Digits(ref rest, out var number))
        {
            case 5:
                return TryReadSerial(number, rest, out moment);
            case 8:
                (year, month, day) = (number / 10000, number / 100 % 100, number % 100);
                break;
            case 14:
                return TryReadCompact(text[..14], out moment) && rest.Length == 0;
            case 4 when rest.Length > 0 && IsDateSign(rest[0]):
                year = number;
                var sign = rest[0];
                rest = rest[1..];
                if (Digits(ref rest, out month) is not (1 or 2) || rest.Length == 0 || rest[0] != sign) return false;
                rest = rest[1..];
                if (Digits(ref rest, out day) is not (1 or 2)) return false;
                break;
            default:
                return false;
        }
        if (rest.Length == 0) return TryMake(year, month, day, 0, out moment);
        if (rest[0] is not ((byte)' ' or (byte)'T')) return false;
        rest = rest[1..].TrimStart((byte)' ');
        return TryReadTime(rest, out var ticks, out var offset) && TryMake(year, month, day, ticks, out moment)
            && (offset is not { } given || TryShift(ref moment, TicksOfShanghaiOffset - given));
    }

    static bool TryReadTime(ReadOnlySpan<byte> text, out long ticks, out long? offset)
    {
        ticks = 0;
        offset = null;
        if (Digits(ref text, out var hour) is not (1 or 2) || hour > 23 || text.Length == 0 || text[0] != ':') return false;
        text = text[1..];
        if (Digits(ref text, out var minute) != 2 || minute > 59) return false;
        var second = 0;
        if (text.Length > 0 && text[0] == ':')
        {
            text = text[1..];
            if (Digits(ref text, out second) != 2 || second > 59) return false;
        }
        ticks = ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        if (text.Length > 1 && text[0] == '.')
        {
            text = text[1..];
            var unit = TimeSpan.TicksPerSecond / 10;
            for (; text.Length > 0 && text[0] is >= (byte)'0' and <= (byte)'9'; text = text[1..], unit /= 10) ticks += (text[0] - '0') * unit;
            ticks -= ticks % TimeSpan.TicksPerMicrosecond;
        }
        if (text.Length == 0) return true;
        if (text is [(byte)'Z'])
        {
            offset = 0;
            return true;
        }
        if (text[0] is not ((byte)'+' or (byte)'-')) return false;
        var negative = text[0] == '-';
        text = text[1..];
        var width = Digits(ref text, out var number);
        var minutes = width switch { 4 => number / 100 * 60 + number % 100, 2 => number * 60, _ => -1 };
        if (width == 2 && text.Length == 3 && text[0] == ':' && Number(text[1..], out var rest))
        {
            minutes += rest;
            text = [];
        }
        if (minutes is < 0 or > 14 * 60 || text.Length > 0) return false;
        offset = (negative ? -minutes : minutes) * TimeSpan.TicksPerMinute;
        return true;
    }

    static bool TryReadCompact(ReadOnlySpan<byte> text, out DateTime moment)
    {
        moment = default;
        return Number(text[..4], out var year) && Number(text[4..6], out var month) && Number(text[6..8], out var day)
            && Number(text[8..10], out var hour) && Number(text[10..12], out var minute) && Number(text[12..], out var second)
            && hour < 24 && minute < 60 && second < 60
            && TryMake(year, month, day, ((hour * 60L + minute) * 60 + second) * TimeSpan.TicksPerSecond, out moment);
    }

    // The fraction is the time of day; Excel itself keeps no more than whole milliseconds, a second is what systems stored.
    static bool TryReadSerial(int day, ReadOnlySpan<byte> fraction, out DateTime moment)
    {
        moment = SerialZero.AddDays(day);
        if (fraction.Length == 0) return true;
        if (fraction.Length < 2 || fraction[0] != '.') return false;
        var share = 0m;
        var unit = 0.1m;
        foreach (var digit in fraction[1..])
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            share += (digit - '0') * unit;
            unit /= 10;
        }
        moment = moment.AddSeconds((long)Warehouse.Figures.HalfUp.Round(share * 86400m, 0));
        return true;
    }

    static bool TryShift(ref DateTime moment, long ticks)
    {
        if (moment.Ticks + ticks < 0 || moment.Ticks + ticks > DateTime.MaxValue.Ticks) return false;
        moment = moment.AddTicks(ticks);
        return true;
    }

    static bool TryMake(int year, int month, int day, long ticks, out DateTime moment)
    {
        moment = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        moment = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(ticks);
        return true;
    }

    static bool IsDateSign(byte sign) => sign is (byte)'-' or (byte)'/' or (byte)'.';

    static int Digits(ref ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        var count = 0;
        for (; count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9'; count++)
        {
            if (count < 9) number = number * 10 + (text[count] - '0');
        }
        text = text[count..];
        return count;
    }

    static bool Number(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = number * 10 + (digit - '0');
        }
        return true;
    }
}
