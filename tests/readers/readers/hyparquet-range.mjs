// Two columns of a bulk file over HTTP ranges, of all rows and with the values of one indicator: how many of its bytes move?
import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { same } from '../same.mjs';

const site = process.argv[2];
const { files } = await (await fetch(`${site}/api/v1/bulk`)).json();
const { address, bytes } = files.find(x => x.name.endsWith('.parquet'));

/** What moves when a reader that knows the address alone reads two columns: the directory, and the columns' chunks in the groups it wants. */
async function read(columns, wanted) {
  let [moved, requests] = [0, 0];
  const counting = async (...request) => {
    const answer = await fetch(...request);
    requests++;
    moved += (await answer.clone().arrayBuffer()).byteLength;
    return answer;
  };
  const file = await asyncBufferFromUrl({ url: site + address, fetch: counting });
  const metadata = await parquetMetadataAsync(file, { initialFetchSize: 1 << 16 });
  same('a million rows', Number(metadata.num_rows) >= 1_000_000, true);
  let [rows, start] = [0, 0];
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    if (wanted(group)) rows += (await parquetReadObjects({ file, metadata, columns, compressors, rowStart: start, rowEnd: end })).length;
    start = end;
  }
  return { text: `${columns.join(' and ')} of ${rows} rows: ${requests} requests, ${moved} of ${bytes} bytes, ${(100 * moved / bytes).toFixed(2)} %`, share: moved / bytes };
}

const rate = group => {
  const { min_value: min, max_value: max } = group.columns.find(column => column.meta_data.path_in_schema[0] === 'indicator').meta_data.statistics;
  return min <= 'E05' && 'E05' <= max;
};
for (const { text, share } of [await read(['area_code', 'period'], () => true), await read(['area_code', 'value'], rate)]) {
  console.log(text);
  if (share > 0.05) throw new Error(text);
}
