import type { PageData } from '../../shared/page-data.ts';
import { byId } from '../element.ts';
import { ExercisePage } from './page.ts';

/** Brings an exercise page to life. */
new ExercisePage(JSON.parse(byId('datos').textContent ?? '') as PageData);
