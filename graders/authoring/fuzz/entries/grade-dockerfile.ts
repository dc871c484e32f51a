import { dockerfilePieces, wrongValues } from '../../damage.ts';
import { grading } from '../grading.ts';

export default grading('dockerfile', [...dockerfilePieces, ...wrongValues]);
