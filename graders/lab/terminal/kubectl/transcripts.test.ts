import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskWith, transcript } from './testing/transcript.ts';

const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.28
          ports: [{ containerPort: 80 }]
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
`;

/** Pages of Kubernetes' tutorials, and what else a learner types, as it then stands on the screen. */
const sessions: Readonly<Record<string, string>> = {
  // https://kubernetes.io/docs/tutorials/kubernetes-basics/deploy-app/deploy-intro/
  deploy: `
    kubectl version
    kubectl get nodes
    kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1
    kubectl get deployments
    kubectl get pods
    sleep 10
    kubectl get deployments
    kubectl get pods
    kubectl get pods -o go-template --template '{{range .items}}{{.metadata.name}}{{"\\n"}}{{end}}'
    kubectl describe pods`,
  // https://kubernetes.io/docs/tutorials/kubernetes-basics/expose/expose-intro/
  expose: `
    kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1
    sleep 10
    kubectl get pods
    kubectl get services
    kubectl expose deployment/kubernetes-bootcamp --type=NodePort --port 8080
    kubectl get services
    kubectl describe services/kubernetes-bootcamp
    kubectl get services/kubernetes-bootcamp -o go-template='{{(index .spec.ports 0).nodePort}}'
    kubectl describe deployment
    kubectl get pods -l app=kubernetes-bootcamp
    kubectl get services -l app=kubernetes-bootcamp
    kubectl label pods -l app=kubernetes-bootcamp version=v1
    kubectl get pods -l version=v1 --show-labels
    kubectl delete service -l app=kubernetes-bootcamp
    kubectl get services`,
  // https://kubernetes.io/docs/tutorials/kubernetes-basics/scale/scale-intro/
  scale: `
    kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1
    kubectl expose deployment/kubernetes-bootcamp --type=LoadBalancer --port 8080
    sleep 10
    kubectl get deployments
    kubectl get rs
    kubectl scale deployments/kubernetes-bootcamp --replicas=4
    sleep 5
    kubectl get deployments
    kubectl get pods -o wide
    kubectl describe deployments/kubernetes-bootcamp
    kubectl scale deployments/kubernetes-bootcamp --replicas=2
    kubectl get deployments
    sleep 5
    kubectl get pods -o wide`,
  // https://kubernetes.io/docs/tutorials/kubernetes-basics/update/update-intro/
  update: `
    kubectl create deployment kubernetes-bootcamp --image=gcr.io/google-samples/kubernetes-bootcamp:v1 --replicas=4
    kubectl rollout status deployments/kubernetes-bootcamp
    kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2
    kubectl get pods
    kubectl rollout status deployments/kubernetes-bootcamp
    kubectl get pods
    kubectl set image deployments/kubernetes-bootcamp kubernetes-bootcamp=gcr.io/google-samples/kubernetes-bootcamp:v10
    sleep 20
    kubectl get deployments
    kubectl get pods
    kubectl describe pods -l pod-template-hash --show-events=false
    kubectl get events --field-selector type=Warning
    kubectl rollout undo deployments/kubernetes-bootcamp
    kubectl rollout history deployments/kubernetes-bootcamp
    kubectl rollout history deployments/kubernetes-bootcamp --revision=4
    kubectl get pods`,
  files: `
    kubectl apply -f web.yaml --dry-run=server
    kubectl apply -f web.yaml
    kubectl rollout status deploy/web --timeout=60s
    kubectl apply -f web.yaml
    kubectl get all
    kubectl get deploy web -o yaml
    kubectl get svc web -o json
    kubectl get pods -o jsonpath='{range .items[*]}{.metadata.name}{"\\t"}{.status.podIP}{"\\n"}{end}'
    kubectl get pods -o custom-columns=NAME:.metadata.name,IMAGE:.spec.containers[*].image --no-headers
    kubectl patch deploy web -p '{"spec":{"replicas":1}}'
    kubectl diff -f web.yaml
    kubectl exec deploy/web -- ls /usr/share/nginx/html
    kubectl delete -f web.yaml
    kubectl get all`,
  made: `
    kubectl create configmap ajustes --from-literal=MODO=prueba --from-literal=NIVEL=2
    kubectl describe configmap ajustes
    kubectl create secret generic claves --from-literal=clave=s3creta
    kubectl get secret claves -o jsonpath={.data.clave}
    kubectl create namespace tienda
    kubectl create quota pocos --hard=pods=2 -n tienda
    kubectl create deployment web --image=nginx:1.28 --replicas=3 -n tienda
    kubectl get deploy,rs -n tienda
    kubectl describe quota pocos -n tienda
    kubectl get events -n tienda --field-selector reason=FailedCreate
    kubectl create serviceaccount lector
    kubectl create role lee --verb=get,list --resource=pods,deployments.apps
    kubectl create rolebinding lee --role=lee --serviceaccount=default:lector
    kubectl auth can-i list pods --as=system:serviceaccount:default:lector
    kubectl auth can-i delete pods --as=system:serviceaccount:default:lector
    kubectl describe role lee
    kubectl create job suma --image=busybox -- echo hola
    kubectl wait --for=condition=complete job/suma
    kubectl logs job/suma
    kubectl get jobs
    kubectl create deployment web --image=nginx:1.28 --dry-run=client -o yaml
    kubectl config set-context --current --namespace=tienda
    kubectl get pods
    kubectl config get-contexts
    kubectl delete namespace tienda
    kubectl get ns`,
  wrong: `
    kubectl get pods nada
    kubectl get cosas
    kubectl delete pod nada
    kubectl create deployment web --image=nginx:1.28
    kubectl create deployment web --image=nginx:1.28
    kubectl create deployment otra
    kubectl get pods --nada
    kubectl frob
    kubectl edit deploy web
    kubectl scale deploy web --replicas=mucho
    kubectl rollout undo deploy/web
    kubectl apply -f nada.yaml
    kubectl label deploy web 'a b=c'
    kubectl run mal --image=ngnix
    sleep 30
    kubectl get pods
    kubectl logs mal
    kubectl wait --for=condition=Ready pod/mal --timeout=5s
    kubectl get pods --context=otro`,
};

describe('what a learner sees', () => {
  it.each(Object.keys(sessions))('in the session %s', async (name) => {
    const desk = deskWith([{ path: 'web.yaml', text: web }]);
    await expect(transcript(desk, sessions[name as 'deploy'] ?? '')).toMatchFileSnapshot(
      join(import.meta.dirname, `transcripts/${name}.txt`),
    );
  });
});
