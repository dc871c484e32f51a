mkdir -p despliegue
cp respuesta.yaml despliegue/
printf 'resources:\n  - respuesta.yaml\n' > despliegue/kustomization.yaml
docker build -t tareas:1.0 given/servicio && kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl kustomize despliegue | kubectl apply -f -
kubectl -n taller rollout status deployment/tareas
kubectl exec -i cliente -- sh <<'DENTRO'
curl -fsS http://tareas.taller/tareas
DENTRO
