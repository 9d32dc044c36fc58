// JSON-stat 2.0 by jsonstat-toolkit; a re-emitted source is compared with it cell by cell.
import fs from 'node:fs';
import JSONstat from 'jsonstat-toolkit';
import { expected, holds, json, same } from '../facts.mjs';

const answer = json('observations.json-stat');
const data = JSONstat(answer).Dataset(0);
same('class', data.class, 'dataset');
// A cell without status is no figure at all; one with a status may still have no value.
const figures = Object.keys(answer.status).map(place => answer.value[place]);
const key = { indicator: expected.cell.indicator, ref_area: expected.cell.area, time_period: expected.cell.period, variant: 'main', group: '_T', measure: 'value' };
key.freq = data.Dimension('freq').id.find(freq => data.Data({ ...key, freq }).value !== null);
holds(figures, {
  value: data.Data(key).value,
  areaName: data.Dimension('ref_area').Category(expected.cell.area).label,
  indicatorName: data.Dimension('indicator').Category(expected.cell.indicator).label,
  unit: data.Dimension('indicator').Category(expected.cell.indicator).unit.symbol,
});
if (process.argv[3]) {
  const source = JSONstat(JSON.parse(fs.readFileSync(process.argv[3]))).Dataset(0);
  let compared = 0;
  for (const county of source.Dimension('county').id)
    for (const labor of source.Dimension('labor').id) {
      const ours = data.Data({ ...key, freq: 'A', ref_area: '840' + county, indicator: 'LAUS-' + labor.toUpperCase() });
      same(`${labor} of ${county}`, ours.value, source.Data({ year: '2012', county, labor }).value);
      compared++;
    }
  same('cells compared with the source', compared, 12880);
}
