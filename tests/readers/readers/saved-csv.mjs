// A CSV saved by a spreadsheet program, held against the release.
import fs from 'node:fs';
import Papa from 'papaparse';
import { expected, holds } from '../facts.mjs';

const { data } = Papa.parse(fs.readFileSync(process.argv[3], 'utf8').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
const cell = data.find(row => row.figure_id === `${expected.cell.indicator}::${expected.cell.area}:${expected.cell.period}`);
holds(data.map(row => row.value), { value: Number(cell.value), areaName: cell.area_name, area: cell.area_code, period: cell.period });
