"""CSV and SDMX-CSV by pandas, the workbook by openpyxl and pandas."""
import json
import sys

import openpyxl
import pandas

folder = sys.argv[1]
expected = json.load(open(folder + "/expected.json", encoding="utf-8"))
cell = expected["cell"]


def same(what, found, wanted):
    assert found == wanted, f"{what}: found {found}, expected {wanted}"


def holds(table, value, indicator, area, period):
    same("rows", len(table), expected["rows"])
    same("figures with a value", int(table[value].count()), expected["present"])
    same("sum", str(sum(round(x * 1_000_000) for x in table[value].dropna())), expected["sum"])
    row = table[(table[indicator] == cell["indicator"]) & (table[area] == cell["area"]) & (table[period] == cell["period"])].iloc[0]
    same("value", float(row[value]), cell["value"])
    return row


codes = {"area_code": str, "period": str, "REF_AREA": str, "TIME_PERIOD": str}
row = holds(pandas.read_csv(folder + "/observations.csv", encoding="utf-8-sig", dtype=codes), "value", "indicator", "area_code", "period")
same("name", row["area_name"], cell["areaName"])
holds(pandas.read_csv(folder + "/observations.sdmx-csv", encoding="utf-8-sig", dtype=codes), "OBS_VALUE", "INDICATOR", "REF_AREA", "TIME_PERIOD")
holds(next(iter(pandas.read_excel(folder + "/observations.xlsx", sheet_name=None, dtype=codes).values())), "value", "indicator", "area_code", "period")

book = openpyxl.load_workbook(folder + "/observations.xlsx")
sheet = book.worksheets[0]
heads = [x.value for x in sheet[1]]
same("head stays in sight", sheet.freeze_panes, "A2")
same("filter", sheet.auto_filter.ref is not None, True)
same("codes are text", {type(x.value) for x in list(sheet.columns)[heads.index("area_code")][1:]}, {str})
same("figures are numbers", {type(x.value) for x in list(sheet.columns)[heads.index("value")][1:]} <= {int, float, type(None)}, True)
same("a page is as wide as the table", sheet.sheet_properties.pageSetUpPr.fitToPage, True)
