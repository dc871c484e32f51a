import { inChromium } from './chromium-suite.ts';
import { accessSuite } from './suites/access.ts';

// Every page in both themes takes as long as all the rest, so it has a worker of its own.
inChromium('the accessibility of the site in Chromium', [accessSuite]);
