import { wrongValues, yamlPieces } from '../../damage.ts';
import { grading } from '../grading.ts';

export default grading('manifests', [...yamlPieces, ...wrongValues], 'yaml');
