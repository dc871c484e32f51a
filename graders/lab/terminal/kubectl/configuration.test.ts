import { describe, expect, it } from 'vitest';
import { typed } from '../testing/type.ts';

const pod = `apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec:
  containers:
    - name: web
      image: busybox:1.37
      command: [sh, -c, 'echo "al empezar: $MENSAJE"; sleep infinity']
      envFrom: [{ configMapRef: { name: saludo } }]
      env:
        - { name: CLAVE, valueFrom: { secretKeyRef: { name: clave, key: clave } } }
        - { name: NOMBRE, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
      volumeMounts:
        - { name: conf, mountPath: /conf }
        - { name: conf, mountPath: /solo, subPath: MENSAJE }
        - { name: clave, mountPath: /claves }
  volumes:
    - { name: conf, configMap: { name: saludo } }
    - { name: clave, secret: { secretName: clave } }
`;
const start = `minikube start
kubectl create configmap saludo --from-literal=MENSAJE=hola
kubectl create secret generic clave --from-literal=clave=contraseña
kubectl apply -f pod.yaml
kubectl wait --for=condition=ready pod/web
`;
const change = `kubectl create configmap saludo --from-literal=MENSAJE=adios --dry-run=client -o yaml | kubectl apply -f -
`;
const says = (script: string) => typed(start + script, { 'pod.yaml': pod }).steps.at(-1)?.output;

describe('what a container has of ConfigMaps and Secrets', () => {
  it.each([
    ['its environment', "sh -c 'echo $MENSAJE $CLAVE $NOMBRE'", 'hola contraseña web\n'],
    [
      'all of its environment',
      'env',
      /^PATH=.*\nHOSTNAME=web\nMENSAJE=hola\nCLAVE=contraseña\nNOMBRE=web\nHOME=\/root\n$/,
    ],
    ['what is mounted', 'cat /conf/MENSAJE /claves/clave', 'holacontraseña'],
    ['the names of what is mounted', 'ls /conf /claves', '/claves:\nclave\n\n/conf:\nMENSAJE\n'],
  ])('%s', (_, command, text) => {
    const said = says(`kubectl exec web -- ${command}\n`);
    if (typeof text === 'string') expect(said).toBe(text);
    else expect(said).toMatch(text);
  });

  it.each([
    ['its environment stays as it was', 'kubectl exec web -- printenv MENSAJE', 'hola\n'],
    ['so does what it said', 'kubectl logs web', 'al empezar: hola\n'],
    ['what is mounted is not changed at once', 'kubectl exec web -- cat /conf/MENSAJE', 'hola'],
    ['but after a while', 'sleep 70\nkubectl exec web -- cat /conf/MENSAJE', 'adios'],
    ['unless the file is mounted by itself', 'sleep 70\nkubectl exec web -- cat /solo', 'hola'],
    [
      'a new one begins with what there is then',
      'kubectl delete pod web\nkubectl apply -f pod.yaml\nkubectl wait --for=condition=ready pod/web\nkubectl exec web -- printenv MENSAJE',
      'adios\n',
    ],
  ])('once one of them has changed, %s', (_, commands, text) => {
    expect(says(`${change}${commands}\n`)).toBe(text);
  });
});
