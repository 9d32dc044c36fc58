// Releases that the product did not compute, laid out as one that it did; the product answers from them as from its own.
// node make.mjs laus SOURCE.json FROM TO    the figures of a JSON-stat file of the US Bureau of Labor Statistics
// node make.mjs mutant FROM TO              the same release with one figure changed: what every reader must notice
// node make.mjs large ROWS FROM TO          the same figures for more cities, each a little different
import fs from 'node:fs';
import { cellOf, derive } from './release.mjs';

const [kind, ...rest] = process.argv.slice(2);
await ({ laus, mutant, large })[kind](...rest);

async function copy(release) {
  for (const table of ['area', 'indicator', 'moment', 'observation', 'input', 'target', 'parameter', 'mart', 'coverage', 'lake', 'rejection', 'rejection_summary'])
    await release.run(`INSERT INTO ${table} SELECT * FROM layout.${table}`);
}

async function mutant(from, to) {
  await derive(from, to, 9, async release => {
    await copy(release);
    const cell = await cellOf(release);
    await release.run(`UPDATE observation SET value = value + 1
      WHERE indicator = '${cell.indicator}' AND area_code = ${cell.area} AND period = '${cell.period}' AND variant = '' AND breakdown = ''`);
  });
}

async function large(rows, from, to) {
  await derive(from, to, 7, async release => {
    await copy(release);
    const [{ n, cities }] = await release.rows(`SELECT count(*)::INTEGER AS n, list(DISTINCT area_code)::INTEGER[] AS cities
      FROM observation JOIN area USING (area_code) WHERE level = 'city' AND known_to IS NULL`);
    const copies = Math.ceil(Number(rows) / Number(n));
    await release.run(`INSERT INTO area SELECT area_code * 1000 + k, name || k, level, parent_code, kind, synthetic
      FROM layout.area, range(1, ${copies} + 1) AS t(k) WHERE list_contains([${cities.items ?? cities}], area_code)`);
    // Figures that were only repeated would pack better than true ones do; each city is of another size.
    await release.run(`INSERT INTO observation SELECT o.* EXCLUDE (k, f) REPLACE (o.area_code * 1000 + k AS area_code,
        round(o.value * f / 500000, 2) AS value, (o.numerator * f / 20000)::HUGEINT AS numerator, (o.denominator * f / 20000)::HUGEINT AS denominator)
      FROM (SELECT *, 1 + (hash(area_code, period, indicator, k) % 1000000)::INTEGER AS f FROM layout.observation, range(1, ${copies} + 1) AS t(k)) AS o JOIN layout.area AS a USING (area_code)
      WHERE a.level = 'city' AND o.known_to IS NULL`);
  });
}

async function laus(source, from, to) {
  const cube = JSON.parse(fs.readFileSync(source));
  const { county, labor } = cube.dimension;
  const measures = Object.keys(labor.category.index);
  await derive(from, to, 1, async release => {
    const [{ header_json: header }] = await release.rows(`SELECT header_json FROM layout.indicator WHERE code = 'E05'`);
    const code = measure => `LAUS-${measure.toUpperCase()}`;
    for (const measure of measures) {
      const rate = measure === 'unr';
      const shape = {
        ...JSON.parse(header), id: code(measure), name: { zh: labor.category.label[measure], en: labor.category.label[measure] }, clauses: [], basis: cube.source,
        formula: rate ? 'Ratio' : 'Count', unit: rate ? '%' : 'persons', decimals: rate ? 1 : 0, frequencies: ['Year'], denominator: rate ? 'labforce' : null, scale: rate ? 100 : 1,
      };
      await release.run(`INSERT INTO indicator (code, version, hash, path, header_json, sql) VALUES ($1, 1, $2, '', $3, '')`, [code(measure), '0'.repeat(64), JSON.stringify(shape)]);
    }
    // 840 is the country's number; behind it a county's code keeps its leading zero.
    await release.run(`INSERT INTO area (area_code, name, level, parent_code, kind, synthetic) VALUES (0, 'United States', 'nation', NULL, '', false)`);
    const areas = [], figures = [];
    for (const [fips, place] of Object.entries(county.category.index)) {
      const cell = i => cube.value[place * measures.length + i];
      areas.push(`(840${fips}, '${county.category.label[fips].replaceAll("'", "''")}', 'city', 0, '', false)`);
      measures.forEach((measure, i) => figures.push(
        `('${code(measure)}', 840${fips}, ${cell(i)}, ${measure === 'unr' ? cell(measures.indexOf('unempl')) : cell(i)}, ${measure === 'unr' ? cell(measures.indexOf('labforce')) : 'NULL'})`));
    }
    await release.run(`INSERT INTO area (area_code, name, level, parent_code, kind, synthetic) VALUES ${areas.join()}`);
    await release.run(`INSERT INTO observation (indicator, variant, area_code, frequency, period, last_month, breakdown, member, numerator, denominator, value, status, definition_version, definition_hash, known_from)
      SELECT indicator, '', area_code, 'Year', '2012', 2012 * 12 + 11, '', '', numerator, denominator, value, 'Normal', 1, '', TIMESTAMP '2013-04-19'
      FROM (VALUES ${figures.join()}) AS t(indicator, area_code, value, numerator, denominator)
      ORDER BY indicator, area_code`);
  });
}
