// The description for catalogues (DCAT) by jsonld: expanded with no network, every term known.
import jsonld from 'jsonld';
import { json, same } from '../facts.mjs';

const documentLoader = url => { throw new Error(`the description needs ${url}`); };
const [catalogue] = await jsonld.expand(json('datasets.jsonld'), { documentLoader });
const dcat = 'http://www.w3.org/ns/dcat#';
same('type', catalogue['@type'][0], dcat + 'Catalog');
const [dataset] = catalogue[dcat + 'dataset'];
same('titles', dataset['http://purl.org/dc/terms/title'].map(x => x['@language']).sort().join(), 'en,zh');
same('files', dataset[dcat + 'distribution'].length >= 9, true);
