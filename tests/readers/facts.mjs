// What a reader found, held against what the release's own file (or the source) holds. Figures are compared as whole millionths, so that no
// sum depends on the order in which a reader gives them.
import fs from 'node:fs';
import path from 'node:path';
import { same } from './same.mjs';

export { same };
export const folder = process.argv[2];
export const expected = JSON.parse(fs.readFileSync(path.join(folder, 'expected.json')));
export const file = name => path.join(folder, name);
export const text = name => fs.readFileSync(file(name), 'utf8');
export const json = name => JSON.parse(text(name));

/** Rows as { value, name } with a null for a figure without a value; the cell and its names as the reader gives them. */
export function holds(values, cell) {
  const present = values.filter(value => value !== null && value !== undefined && value !== '');
  const sum = present.reduce((total, value) => total + BigInt(Math.round(Number(value) * 1e6)), 0n);
  same('rows', values.length, expected.rows);
  same('figures with a value', present.length, expected.present);
  same('sum', sum.toString(), expected.sum);
  const plain = value => typeof value === 'number' ? String(Math.round(value * 1e6)) : String(value);
  for (const [key, value] of Object.entries(cell)) same(key, plain(value), plain(expected.cell[key]));
}
