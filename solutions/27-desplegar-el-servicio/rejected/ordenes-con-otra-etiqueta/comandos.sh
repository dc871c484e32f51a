docker build -t tareas given/servicio
kind load docker-image tareas:latest --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller # expect: commands/state
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
