// Loaded before the student's service (`node --require`), in its own process. Node's permission model keeps the process
// from files, child processes and workers; this file keeps it from the network: it listens on the loopback interface
// only, whatever it asks for, and calls nobody. What it asks for is told on file descriptor 3. Plain JavaScript without
// imports of ours, since the process may read nothing else.
'use strict';

const net = require('node:net');
const dgram = require('node:dgram');
const dns = require('node:dns');
const childProcess = require('node:child_process');
const workers = require('node:worker_threads');
const Module = require('node:module');
const { writeSync } = require('node:fs');

const port = Number(process.env.TIMONEL_PORT ?? Number.NaN);
const allowed = new Set((process.env.TIMONEL_MODULES ?? '').split(' '));
delete process.env.TIMONEL_PORT;
delete process.env.TIMONEL_MODULES;
delete process.env.SystemRoot;
const { stringify } = JSON;
const mostTold = 200;
let told = 0;
let served = false;

/** A service that is refused the same thing for ever does not fill the pipe. */
function tell(fact) {
  if (told++ < mostTold) writeSync(3, `${stringify(fact)}\n`);
}

function refuse(what, target) {
  tell({ refused: { what, target: String(target).slice(0, 200) } });
  return Object.assign(new Error(`Timonel: ${what} ${String(target).slice(0, 200)}`), { code: 'EACCES' });
}

/** Host and port of a call to `listen`, in any of its forms. */
function askedOf([first, second]) {
  if (typeof first === 'object' && first !== null && ('port' in first || 'path' in first)) {
    return { port: first.path ?? first.port ?? 0, host: first.host ?? null };
  }
  if (typeof first === 'object' && first !== null) return { port: 'handle', host: null };
  if (typeof first === 'string' && !/^\d+$/.test(first)) return { port: first, host: null };
  return {
    port: first === undefined || typeof first === 'function' ? 0 : first,
    host: typeof second === 'string' ? second : null,
  };
}

// Some begin to listen to signals after they listen on their port.
process.on('newListener', (name) => {
  if (name === 'SIGTERM') tell({ handlesTerm: true });
});

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const asked = askedOf(args);
  const number = Number(asked.port);
  const isPath = typeof asked.port === 'string' && Number.isNaN(number);
  // A port that is none is refused by Node itself, in its own words.
  if (!isPath && !(Number.isInteger(number) && number >= 0 && number < 65_536)) return listen.apply(this, args);
  const isOwn = number === port;
  const first = !served;
  served = true;
  this.prependOnceListener('listening', () => {
    const actual = this.address()?.port ?? 0;
    tell({ listening: { port: isOwn ? 'PORT' : isPath ? asked.port : number, host: asked.host, actual, first } });
    setImmediate(() => tell({ handlesTerm: process.listenerCount('SIGTERM') > 0 }));
  });
  const callback = args.findLast((arg) => typeof arg === 'function');
  return listen.call(this, { host: '127.0.0.1', port: isOwn ? port : 0 }, callback);
};

net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  const target =
    typeof first === 'object' && first !== null
      ? (first.path ?? `${first.host ?? 'localhost'}:${first.port}`)
      : args[0];
  const problem = refuse('connect', target);
  process.nextTick(() => this.destroy(problem));
  return this;
};

// Node looks the address up that a server listens on, even one that is a number: numbers ask nobody.
for (const name of Object.keys(dns)) {
  if (/^(?:lookup|resolve|reverse)/.test(name)) dns[name] = refusing('dns', dns[name]);
}
for (const name of Object.keys(dns.promises)) {
  if (!/^(?:lookup|resolve|reverse)/.test(name)) continue;
  dns.promises[name] = async (target) => Promise.reject(refuse('dns', target));
}
dgram.createSocket = () => {
  throw refuse('datagram', 'udp');
};
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  childProcess[name] = (target) => {
    throw refuse('process', target);
  };
}
workers.Worker = class {
  constructor(target) {
    throw refuse('process', target);
  }
};

function refusing(what, original) {
  return (target, ...rest) => {
    if (net.isIP(target)) return original(target, ...rest);
    const problem = refuse(what, target);
    const callback = rest.findLast((arg) => typeof arg === 'function');
    if (!callback) throw problem;
    process.nextTick(callback, problem);
  };
}

const load = Module._load;
Module._load = function (request, parent, isMain) {
  if (isMain || allowed.has(String(request).replace(/^node:/, ''))) return load.call(this, request, parent, isMain);
  throw refuse('module', request);
};

/** Ways of the process out of its cage, or to its neighbours: other processes' signals, raw bindings, reports on disk. */
const kill = process._kill;
process._kill = (pid, signal) => {
  if (pid === process.pid) return kill(pid, signal);
  throw refuse('process', pid);
};
for (const name of [
  'binding',
  '_linkedBinding',
  'dlopen',
  'getBuiltinModule',
  'execve',
  'loadEnvFile',
  'report',
  'abort',
  '_debugProcess',
  '_debugEnd',
  '_startProfilerIdleNotifier',
  '_rawDebug',
  '_getActiveHandles',
  '_getActiveRequests',
  'mainModule',
  'setuid',
  'setgid',
  'setgroups',
  'initgroups',
  'seteuid',
  'setegid',
]) {
  try {
    delete process[name];
  } catch {
    // Not configurable in this version of Node.
  }
  if (name in process) Object.defineProperty(process, name, { value: undefined, configurable: false, writable: false });
}
// `import { lookup } from 'node:dns'` sees what was replaced.
Module.syncBuiltinESMExports();
