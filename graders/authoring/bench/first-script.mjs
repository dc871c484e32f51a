// A process that runs one script in the lab as `timonel lab --exercise N --script FILE` does, and says how long that took. What it needs
// is loaded before, by an empty script on an empty desk: to start is not to run.
//   node first-script.mjs HOME COURSE NUMBER FILE EMPTY
import { PassThrough } from 'node:stream';
import { freshBundle, loadBundle } from '../../cli/bundle.mjs';

const [home, root, number, file, empty] = process.argv.slice(2);
const build = await freshBundle(home);
const { exports, keep } = loadBundle(build);
const silent = { write: () => true };
const io = { root, home, build, version: '', cwd: root, env: {}, out: silent, err: silent, input: new PassThrough() };

const prepared = await exports.main(['lab', '--script', empty], io);
const began = performance.now();
const code = await exports.main(['lab', '--exercise', number, '--script', file], io);
process.stdout.write(`${performance.now() - began}\n`);
keep();
process.exit(prepared || code);
