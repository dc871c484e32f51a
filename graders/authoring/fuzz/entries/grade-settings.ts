import { settingsPieces, wrongValues } from '../../damage.ts';
import { grading } from '../grading.ts';

export default grading('settings', [...settingsPieces, ...wrongValues]);
