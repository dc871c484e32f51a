import { enter, openLab } from '../../../lab.ts';
import { wrongValues, yamlPieces } from '../../damage.ts';
import { entry } from '../entry.ts';

const shop = `name: tienda
services:
  web:
    build: { context: ., args: { A: b } }
    ports: ["8080:80", { target: 443, published: 8443 }]
    environment: { A: "\${B:-c}", D: }
    depends_on: { cache: { condition: service_started } }
    networks: { una: { aliases: [otra] } }
  cache:
    image: redis:8
    command: redis-server --save 60 1
    volumes: ["datos:/data", "./:/app:ro"]
    env_file: [.env]
    profiles: []
networks: { una: , dos: { external: true } }
volumes: { datos: { name: x } }
`;

/** A Compose file that somebody else wrote: started, looked at and taken away again. */
export default entry({
  texts: () => [
    shop,
    'services:\n  a:\n    image: "alpine:$V"\n    entrypoint: ["sh", "-c"]\n    command: echo "$$A"\n',
  ],
  tree: 'yaml',
  pieces: [...yamlPieces, ...wrongValues, '${', '${A:?', '$$', 'services:', 'image:', 'build:', 'depends_on:', 'x-a:'],
  run: (text) => {
    const files = [
      { path: 'compose.yaml', text },
      { path: '.env', text: 'V=3.22\n' },
      { path: 'Dockerfile', text: 'FROM nginx:1.29\n' },
    ];
    const commands = ['docker compose up -d', 'docker compose ps -a', 'docker compose logs', 'docker compose down -v'];
    commands.reduce((lab, line) => enter(lab, line, 'es').lab, openLab(files));
  },
});
