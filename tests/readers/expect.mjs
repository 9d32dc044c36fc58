// Writes what readers must find in a release: taken from its database file, without the product's code.
// node expect.mjs WAREHOUSE FOLDER
import fs from 'node:fs';
import { cellOf, open, current } from './release.mjs';

const [warehouse, folder] = process.argv.slice(2);
const release = await open(current(warehouse), true);
const [totals] = await release.rows(`
  SELECT count(*) AS rows, count(value) AS present, sum(value * 1000000)::HUGEINT::VARCHAR AS sum
  FROM observation JOIN area USING (area_code)
  WHERE level = 'city' AND breakdown = '' AND known_to IS NULL`);
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(`${folder}/expected.json`, JSON.stringify({
  rows: Number(totals.rows), present: Number(totals.present), sum: totals.sum, cell: await cellOf(release),
}, null, 1));
