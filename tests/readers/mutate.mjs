// One thing wrong in the files of a folder: node mutate.mjs WHAT FOLDER
import fs from 'node:fs';

const [what, folder] = process.argv.slice(2);
const change = (name, by) => {
  const document = JSON.parse(fs.readFileSync(`${folder}/${name}`));
  by(document);
  fs.writeFileSync(`${folder}/${name}`, JSON.stringify(document, null, 1));
};
({
  action: () => change('observations.sdmx-json', x => { x.data.dataSets[0].action = 'Informtion'; }),
  context: () => change('datasets.jsonld', x => { delete x['@context']; }),
  reference: () => change('openapi.json', x => { x.components.schemas.ObservationList.properties.observations.items = { $ref: '#/components/schemas/Observatoin' }; }),
  operation: () => change('openapi.json', x => { x.paths['/api/v1/cities'].get.operationId = x.paths['/api/v1/indicators'].get.operationId; }),
  property: () => change('openapi.json', x => {
    const figure = x.components.schemas.ObservationView;
    delete figure.properties.value;
    figure.required = figure.required?.filter(name => name !== 'value');
  }),
})[what]();
