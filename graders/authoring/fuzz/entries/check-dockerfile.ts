import { check } from '../../../check.ts';
import { checkJson } from '../../../render/json.ts';
import { textsOf } from '../../../render/places.ts';
import { dockerfilePieces, wrongValues } from '../../damage.ts';
import { entry, sane } from '../entry.ts';
import { dockerfileTexts } from '../samples.ts';

export default entry({
  texts: dockerfileTexts,
  pieces: [...dockerfilePieces, ...wrongValues],
  run(text) {
    const sources = [{ path: 'Dockerfile', text }];
    const files = check(sources);
    sane(
      files.flatMap(({ findings }) => findings),
      sources,
    );
    JSON.stringify(checkJson(files, textsOf(sources), 'es'));
  },
});
