import { wrongValues } from '../../damage.ts';
import { grading } from '../grading.ts';
import { shellPieces } from '../shell-pieces.ts';

export default grading('shell', [...shellPieces, ...wrongValues]);
