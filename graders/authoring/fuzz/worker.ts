import { appendFileSync } from 'node:fs';
import { readEntry } from './entries.ts';
import { inputAt, inputsOf } from './inputs.ts';

/**
 * Runs some inputs of one entry point and writes a line for each that is out of the ordinary: `{ index, problem }` or
 * `{ index, milliseconds }`; before each input, its index, so that whoever waits knows which one hangs.
 */
const [name = '', seed = '1', from = '0', to = '0', log = '', slow = '500'] = process.argv.slice(2);
const entry = await readEntry(name);
const inputs = inputsOf(entry);
const say = (line: object): void => appendFileSync(log, `${JSON.stringify(line)}\n`);
let told = 0;
for (let index = Number(from); index < Number(to); index++) {
  const text = inputAt(inputs, Number(seed), index);
  if (performance.now() - told > 200) {
    told = performance.now();
    say({ at: index });
  }
  const began = process.cpuUsage();
  try {
    entry.run(text);
  } catch (problem) {
    say({
      index,
      problem: problem instanceof Error ? (problem.stack ?? problem.message).slice(0, 1_500) : String(problem),
    });
  }
  const { user, system } = process.cpuUsage(began);
  const milliseconds = Math.round((user + system) / 1_000);
  if (milliseconds > Number(slow)) say({ index, milliseconds, length: text.length });
}
say({ done: true, mebibytes: Math.round(process.resourceUsage().maxRSS / 1024) });
