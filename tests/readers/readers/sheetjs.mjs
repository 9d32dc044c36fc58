// Workbook by SheetJS: codes are text, figures are numbers.
import fs from 'node:fs';
import { read, utils } from 'xlsx';
import { expected, file, holds, same } from '../facts.mjs';

const book = read(fs.readFileSync(file('observations.xlsx')));
const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { defval: null });
const cell = rows.find(row => row.figure_id === `${expected.cell.indicator}::${expected.cell.area}:${expected.cell.period}`);
same('type of a code', typeof cell.area_code, 'string');
same('type of a figure', typeof cell.value, 'number');
holds(rows.map(row => row.value), { value: cell.value, areaName: cell.area_name, area: cell.area_code });
