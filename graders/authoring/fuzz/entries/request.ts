import { settle } from '../../../lab/cluster/index.ts';
import { openMesh, send } from '../../../lab/istio/index.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { wrongValues, yamlPieces } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { manifestTexts } from '../samples.ts';

/** What `timonel request` does, with every caller there may be: the world is settled as it is, sound or not. */
export default entry({
  texts: manifestTexts,
  pieces: [...yamlPieces, ...wrongValues],
  tree: 'yaml',
  run(text) {
    const source = { path: 'mundo.yaml', text };
    const { resources, findings } = readManifests(parseYaml(source), 'answer');
    sane(findings, [source]);
    const { state } = settle(resources);
    const urls = resources
      .filter(({ kind }) => kind === 'Service')
      .map(({ name, namespace }) => `http://${name}.${namespace ?? 'default'}/x`);
    const callers = [
      'outside',
      ...state.pods.slice(0, 2).map(({ namespace, workload }) => `${namespace}/${workload.name}`),
    ];
    for (const from of callers) {
      for (const url of ['http://nadie/', 'http://tienda.example/', ...urls.slice(0, 3)])
        JSON.stringify(send(openMesh(state), { from, url }));
    }
  },
});
