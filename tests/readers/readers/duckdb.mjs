// Parquet, CSV and SDMX-CSV by DuckDB.
import { DuckDBInstance } from '@duckdb/node-api';
import { expected, file, holds } from '../facts.mjs';

const connection = await (await DuckDBInstance.create()).connect();
for (const [table, value, where] of [
  [`read_parquet('${file('observations.parquet')}')`, 'value::DOUBLE', 'indicator = $1 AND area_code = $2 AND period = $3'],
  [`read_csv('${file('observations.csv')}', types = {'area_code': 'VARCHAR'})`, 'value::DOUBLE', 'indicator = $1 AND area_code = $2 AND period::VARCHAR = $3'],
  [`read_csv('${file('observations.sdmx-csv')}', types = {'REF_AREA': 'VARCHAR'})`, 'OBS_VALUE::DOUBLE', `INDICATOR = $1 AND REF_AREA = $2 AND TIME_PERIOD::VARCHAR = $3`],
]) {
  const values = (await connection.runAndReadAll(`SELECT ${value} AS v FROM ${table}`)).getRowObjectsJS().map(row => row.v);
  const [cell] = (await connection.runAndReadAll(`SELECT ${value} AS v FROM ${table} WHERE ${where} AND variant IN ('', 'main') IS NOT FALSE`, [expected.cell.indicator, expected.cell.area, expected.cell.period])).getRowObjectsJS();
  holds(values, { value: cell.v });
}
