import { code } from '../../../core/code.ts';
import { fieldSpan } from '../../../model/manifests/manifests.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { rule } from '../../rule.ts';
import { declaredBy, missesItsPods, policyObjects } from '../policies.ts';

export default rule({
  id: 'linkerd/server-port',
  severity: 'warning',
  title: { es: 'Un Server para un puerto que no es de sus pods', en: 'A Server for a port that is not of its pods' },
  over: 'manifests',
  messages: {
    undeclared: {
      es: 'El Server `{server}` es para el puerto `{port}`, y los contenedores de los pods que elige declaran {declared}: si ninguno escucha ahí, no cierra nada y manda la política por omisión. El puerto es el del contenedor, no el del Service.',
      en: 'Server `{server}` is for port `{port}`, and the containers of the pods it selects declare {declared}: if none listens there it closes nothing, and the default policy holds. The port is that of the container, not of the Service.',
    },
  },
  check(manifests, say) {
    for (const server of policyObjects(manifests, 'Server')) {
      if (!missesItsPods(server, manifests)) continue;
      const { port } = fields(fields(server.data).spec);
      const declared = [...new Set(declaredBy(server, manifests).map(({ containerPort }) => code(containerPort)))];
      say('undeclared', fieldSpan(server, 'spec', 'port'), { server: server.name, port: String(port), declared });
    }
  },
});
