docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
kubectl rollout restart deployment/tareas -n taller
kubectl rollout status deployment/tareas -n taller # expect: commands/unverified
