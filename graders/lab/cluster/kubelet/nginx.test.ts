import { describe, expect, it } from 'vitest';
import { plainRequest } from '../service/request.ts';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

const site = 'server { listen 80; location / { root /usr/share/nginx/html; } }';
const whole = (inside: string) => `events {} http { ${inside} }`;

/** A pod of the official image with files mounted over its configuration: its state, and what `/` on port 80 gives. */
function pod(path: string, files: Readonly<Record<string, string>>, more = '', subPath = '') {
  const map = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: files };
  const text = `{ apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ name: web, image: nginx:1.29, ${more} volumeMounts: [{ name: c, mountPath: ${path}${subPath && `, subPath: ${subPath}`} }] }], volumes: [{ name: c, configMap: { name: c } }] } }`;
  const { state } = settle(world(`${JSON.stringify(map)}\n---\n${text}`), { world: 'closed' });
  const [only] = state.pods;
  const { outcome } = plainRequest(state, { url: `http://${only?.ip}/` });
  return only?.problem?.message.replace('cluster/', '') ?? outcome.status ?? outcome.refusal;
}

const inConfD = (text: string, more = '') => pod('/etc/nginx/conf.d', { 'default.conf': text }, more);
const asMain = (text: string, more = '') => pod('/etc/nginx/nginx.conf', { 'nginx.conf': text }, more, 'nginx.conf');

describe('a site in conf.d', () => {
  it.each<[string, unknown]>([
    [site, 200],
    ['server { listen 80 default_server; location / { return 200 "hola\\n"; } }', 200],
    ['# return 404;\nserver { listen [::]:80; listen 0.0.0.0:80; root /usr/share/nginx/html; }', 200],
    ["server { listen 80; add_header X-Modo 'it''s; {ok}'; location / { return 200 ok; } }", 200],
    ['server { listen 80; location /salud { return 404; } location / { proxy_pass http://otro; } }', 'upstreamUnknown'],
    ['upstream otro { server 10.0.0.1; } server { listen 80; location / { proxy_pass http://otro; } }', 200],
    ['server { listen 80; location / { proxy_pass http://localhost:3000; } }', 200],
    ['server { listen 80; location / { proxy_pass http://api.example.com/v1/; } }', 200],
    ['server { listen 80; location / { set $h otro; proxy_pass http://$h; } }', 200],
    ['server { listen 80; return 404; }', 404],
    ['server { listen 80; location / { return 404; } }', 404],
    ['server { listen 80; location = / { return 503; } location / { return 200 ok; } }', 503],
    ['server { listen 80; location / { return 301 https://$host$request_uri; } }', 301],
    ['server { listen 80; location / { deny all; } }', 403],
    ['server { listen 80; location / { root /srv/web; index index.html; } }', 404],
    ['server { listen 80; location / { root /srv/web; try_files $uri /index.html; } }', 200],
    ['server { listen 80; location / { if ($arg_x) { return 404; } } }', 200],
    ['server { listen 8080; location / { return 200 ok; } }', 'connection-refused'],
    ['server { listen 127.0.0.1:80; location / { return 200 ok; } }', 'connection-refused'],
    ['server { location / { return 200 ok; } }', 200],
    [
      'map $host $algo { default 1; } upstream otro { server 10.0.0.1; } server { listen 80; location / { return 200 ok; } }',
      200,
    ],
    ['server { listen 80; location / { return 200 "ok" } }', 'configurationRefused'],
    ['server { listen 80; location / { return 200 ok; }', 'configurationRefused'],
    ['events {} http { server { listen 80; } }', 'configurationRefused'],
    ['location / { return 200 ok; }', 'configurationRefused'],
    ['', 'connection-refused'],
  ])('%s', (text, expected) => expect(inConfD(text)).toBe(expected));

  it('whose name does not end in .conf is not read', () =>
    expect(pod('/etc/nginx/conf.d', { 'default.txt': site })).toBe('connection-refused'));

  it('beside the one of the image leaves it where it is', () => {
    const more = 'server { listen 8080; location / { return 200 ok; } }';
    expect(pod('/etc/nginx/conf.d/otro.conf', { 'otro.conf': more }, '', 'otro.conf')).toBe(200);
  });

  it('may come from a template with variables', () => {
    const template = { 'default.conf.template': 'server { listen $PUERTO; location / { return 200 ok; } }' };
    expect(pod('/etc/nginx/templates', template, 'env: [{ name: PUERTO, value: "80" }],')).toBe(200);
    expect(pod('/etc/nginx/templates', template, 'env: [{ name: PUERTO, value: "8081" }],')).toBe('connection-refused');
  });
});

describe('the main file', () => {
  it.each<[string, unknown]>([
    [whole(site), 200],
    [whole('include /etc/nginx/mime.types; include /etc/nginx/conf.d/*.conf;'), 200],
    [whole('include /etc/nginx/otros/*.conf;'), 200],
    [whole('server { listen 8080; }'), 'connection-refused'],
    [`worker_processes auto; ${whole(site)}`, 200],
    [`daemon off; ${whole(site)}`, 'configurationRefused'],
    [`http { ${site} }`, 'eventsMissing'],
    [site, 'configurationRefused'],
  ])('%s', (text, expected) => expect(asMain(text)).toBe(expected));

  it('may keep nginx in the foreground by itself', () =>
    expect(asMain(`daemon off; ${whole(site)}`, 'command: [nginx],')).toBe(200));

  it('must be there', () => expect(pod('/etc/nginx', { 'otro.conf': site })).toBe('configurationMissing'));
});
