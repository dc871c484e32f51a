import { literalPieces } from '../../damage.ts';
import { grading } from '../grading.ts';

export default grading('service', literalPieces);
