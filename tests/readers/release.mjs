// The database file of a release, read and written by DuckDB's own binding for Node.
import fs from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** The current release's file of a warehouse. */
export function current(warehouse) {
  const pointer = JSON.parse(fs.readFileSync(path.join(warehouse, 'releases', 'current.json')));
  return path.join(warehouse, 'releases', pointer.File ?? pointer.file);
}

export async function open(file, readOnly = false) {
  const instance = await DuckDBInstance.create(file, readOnly ? { access_mode: 'READ_ONLY' } : {});
  const connection = await instance.connect();
  return {
    run: (sql, values) => connection.run(sql, values),
    rows: async (sql, values) => (await connection.runAndReadAll(sql, values)).getRowObjectsJS(),
    close: () => { connection.closeSync(); instance.closeSync(); },
  };
}

/** The figure that readers look at more closely: the latest of E05 (or of the only rate there is) in the last city that has one. */
export async function cellOf(release) {
  const [cell] = await release.rows(`
    SELECT indicator, area_code::VARCHAR AS area, period, value::DOUBLE AS value, area.name AS areaName, header_json
    FROM observation JOIN area USING (area_code) JOIN indicator ON code = indicator
    WHERE indicator IN ('E05', 'LAUS-UNR') AND frequency IN ('Quarter', 'Year') AND level = 'city'
      AND value IS NOT NULL AND variant = '' AND breakdown = '' AND known_to IS NULL
    ORDER BY frequency, last_month DESC, area_code DESC LIMIT 1`);
  const { header_json: header, ...known } = cell;
  const { name, unit } = JSON.parse(header);
  return { ...known, indicatorName: name.zh, unit };
}

/** A new warehouse with one release laid out as another one; `fill` writes its rows. */
export async function derive(from, warehouse, number, fill) {
  const folder = path.join(warehouse, 'releases');
  fs.rmSync(warehouse, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const name = `R${number}-${'0'.repeat(14)}${String(number).padStart(2, '0')}`;
  const release = await open(path.join(folder, `${name}.duckdb`));
  await release.run(`ATTACH '${current(from)}' AS layout (READ_ONLY)`);
  const tables = await release.rows(`SELECT table_name FROM duckdb_tables() WHERE database_name = 'layout' AND schema_name = 'main'`);
  for (const { table_name: table } of tables) await release.run(`CREATE TABLE "${table}" AS SELECT * FROM layout."${table}" LIMIT 0`);
  await fill(release);
  // Answers that the layout's release does not date were published when they were computed.
  await release.run(`INSERT INTO moment SELECT DISTINCT known_from, known_from FROM observation WHERE known_from NOT IN (SELECT computed_at FROM moment)`);
  await release.run(`INSERT INTO release SELECT ${number}, '${name.split('-')[1]}', published_at, (SELECT bool_or(synthetic) FROM area) OR synthetic, definitions_hash, inputs_hash FROM layout.release`);
  await release.run('DETACH layout');
  release.close();
  fs.writeFileSync(path.join(folder, 'current.json'), JSON.stringify({ Name: name, File: `${name}.duckdb` }));
}
