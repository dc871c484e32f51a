import { check } from '../../../check.ts';
import { checkJson } from '../../../render/json.ts';
import { textsOf } from '../../../render/places.ts';
import { wrongValues, yamlPieces } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { manifestTexts } from '../samples.ts';

export default entry({
  texts: manifestTexts,
  pieces: [...yamlPieces, ...wrongValues],
  tree: 'yaml',
  run(text) {
    const sources = [{ path: 'mundo.yaml', text }];
    const files = check(sources);
    sane(
      files.flatMap(({ findings }) => findings),
      sources,
    );
    JSON.stringify(checkJson(files, textsOf(sources), 'es'));
  },
});
