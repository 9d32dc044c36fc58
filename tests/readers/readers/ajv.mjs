// SDMX-JSON 2.0, data and structures, against the standard's own schemas by Ajv.
import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { expected, holds, json } from '../facts.mjs';

const schemas = process.argv[3];
for (const [schema, name] of [['data', 'observations.sdmx-json'], ['structure', 'structures.json']]) {
  const ajv = new Ajv.default({ strict: false, allErrors: false });
  formats.default(ajv);
  const valid = ajv.compile(JSON.parse(fs.readFileSync(path.join(schemas, `sdmx-json-${schema}-schema.json`))));
  if (!valid(json(name))) throw new Error(`${name}: ${JSON.stringify(valid.errors.slice(0, 3))}`);
}
const { dataSets: [set], structures: [structure] } = json('observations.sdmx-json').data;
const place = (id, code) => structure.dimensions.series.find(x => x.id === id).values.findIndex(x => x.id === code);
const time = structure.dimensions.observation[0].values.findIndex(x => x.value === expected.cell.period);
const at = Object.keys(set.series).find(key => {
  const [indicator, area, variant, group] = key.split(':').map(Number);
  return indicator === place('INDICATOR', expected.cell.indicator) && area === place('REF_AREA', expected.cell.area)
    && variant === place('VARIANT', 'main') && group === place('GROUP', '_T') && time in set.series[key].observations;
});
holds(Object.values(set.series).flatMap(series => Object.values(series.observations).map(x => x[0])), { value: set.series[at].observations[time][0] });
