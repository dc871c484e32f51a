import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

/** Sockets that obey whoever can write to them. */
const socket = /\/(?:docker|containerd|crio|cri-dockerd)\.sock$/;

/** Directories from which one takes over the node by writing. */
const sensitive =
  /^\/(?:|boot|dev|etc(?:\/kubernetes.*)?|lib|proc|root|sys|usr|var\/lib\/(?:kubelet|docker|containerd|etcd))\/?$/;

export default rule({
  id: 'kubernetes/host-path',
  severity: 'warning',
  title: { es: 'El pod puede escribir en el nodo', en: 'The pod can write on the node' },
  related: ['sensitive-host-mounts', 'docker-sock', 'writable-host-mount', 'CKV_K8S_27'],
  over: 'manifests',
  messages: {
    socket: {
      es: 'Quien monta `{path}` manda sobre todos los contenedores del nodo.',
      en: 'Whoever mounts `{path}` rules over every container of the node.',
    },
    directory: {
      es: 'El pod puede escribir en `{path}` del nodo. Si solo lee, monta el volumen con `readOnly: true`.',
      en: 'The pod can write to `{path}` of the node. If it only reads, mount the volume with `readOnly: true`.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const mounts = containersOf(template).flatMap(({ container }) => items(container.volumeMounts));
      for (const volume of items(template.spec.volumes)) {
        const path = text(volume.hostPath?.path);
        if (path === undefined) continue;
        const at = placeOf(template.owner, volume.hostPath, 'path');
        const writes = mounts.some(({ name, readOnly }) => name === volume.name && readOnly !== true);
        if (socket.test(path)) say('socket', at, { path });
        else if (sensitive.test(path) && writes) say('directory', at, { path });
      }
    }
  },
});
