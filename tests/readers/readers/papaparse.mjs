// CSV by Papa Parse, as a page of another site would read it.
import Papa from 'papaparse';
import { expected, holds, same, text } from '../facts.mjs';

const { data, errors } = Papa.parse(text('observations.csv').replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
same('errors', JSON.stringify(errors), '[]');
const cell = data.find(row => row.figure_id === `${expected.cell.indicator}::${expected.cell.area}:${expected.cell.period}`);
holds(data.map(row => row.value), { value: Number(cell.value), areaName: cell.area_name, unit: cell.unit });
