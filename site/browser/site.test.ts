import { inChromium } from './chromium-suite.ts';
import { classSuite } from './suites/class.ts';
import { englishSuite } from './suites/english.ts';
import { formSuite } from './suites/form.ts';
import { gradingSuite } from './suites/grading.ts';
import { keptSuite } from './suites/kept.ts';
import { lessonSuite } from './suites/lessons.ts';
import { pictureSuite } from './suites/picture.ts';
import { placesSuite } from './suites/places.ts';
import { sessionSuite } from './suites/session.ts';
import { terminalSuite } from './suites/terminal.ts';
import { writingSuite } from './suites/writing.ts';

inChromium('the site in Chromium', [
  gradingSuite,
  keptSuite,
  writingSuite,
  formSuite,
  pictureSuite,
  classSuite,
  englishSuite,
  sessionSuite,
  lessonSuite,
  placesSuite,
  terminalSuite,
]);
