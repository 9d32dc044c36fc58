// Arrow stream by apache-arrow.
import fs from 'node:fs';
import { tableFromIPC, util } from 'apache-arrow';
import { expected, file, holds, same } from '../facts.mjs';

const table = tableFromIPC(fs.readFileSync(file('observations.arrow')));
const column = name => table.getChild(name);
const [value, scale] = [column('value'), column('value').type.scale];
const number = cell => cell === null ? null : Number(util.bigNumToString(cell)) / 10 ** scale;
const values = [];
let at = -1;
for (let i = 0; i < table.numRows; i++) {
  values.push(number(value.get(i)));
  if (column('figure_id').get(i) === `${expected.cell.indicator}::${expected.cell.area}:${expected.cell.period}`) at = i;
}
same('nulls', value.nullCount, expected.rows - expected.present);
holds(values, { value: values[at], areaName: column('area_name').get(at), unit: column('unit').get(at) });
