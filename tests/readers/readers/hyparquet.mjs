// Parquet by hyparquet.
import fs from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { expected, file, holds, same } from '../facts.mjs';

const bytes = fs.readFileSync(file('observations.parquet'));
const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const rows = await parquetReadObjects({ file: buffer, compressors });
const cell = rows.find(row => row.figure_id === `${expected.cell.indicator}::${expected.cell.area}:${expected.cell.period}`);
holds(rows.map(row => row.value), { value: cell.value, areaName: cell.area_name, area: cell.area_code, unit: cell.unit });
same('instants', cell.known_from instanceof Date, true);
same('release in the file', parquetMetadata(buffer).key_value_metadata.some(pair => pair.key === 'release'), true);
