// Every block of the page for other programs, run as it is printed. node snippets.mjs PAGE SITE FOLDER
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const [page, site, folder] = process.argv.slice(2);
fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
const run = (program, ...args) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, env: { ...process.env, DCA: site }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.at(-1)}\nended with ${status ?? error}: ${stdout}${stderr}`);
};
const shell = text => run('bash', '-e', '-o', 'pipefail', '-c', text);
const query = async text => {
  const [, fetching, sql] = /^-- (curl .*)\n([^]*)/.exec(text);
  shell(fetching);
  const connection = await (await DuckDBInstance.create()).connect();
  const rows = (await connection.runAndReadAll(sql.replace("'rates.parquet'", `'${path.join(folder, 'rates.parquet')}'`))).getRowObjectsJS();
  if (rows.length === 0) throw new Error(`${text}\nfound nothing`);
};
const kinds = { sh: shell, office: shell, python: text => run('python3', '-c', text), r: text => run('Rscript', '-e', text), sql: query };
const seen = new Set();
for (const [, kind, text] of fs.readFileSync(page, 'utf8').matchAll(/```(\w+)\n([^]*?)```/g)) {
  if (!kinds[kind]) throw new Error(`nothing here runs ${kind}`);
  await kinds[kind](text);
  seen.add(kind);
}
if (seen.size !== Object.keys(kinds).length) throw new Error(`only ${[...seen].join()} are on the page`);
