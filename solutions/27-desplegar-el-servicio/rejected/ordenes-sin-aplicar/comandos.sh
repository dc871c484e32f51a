docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply --dry-run=server -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller # expect: commands/state
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
