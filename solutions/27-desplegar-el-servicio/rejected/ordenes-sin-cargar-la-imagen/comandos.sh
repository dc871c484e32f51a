docker build -t tareas:1.0 given/servicio
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller # expect: commands/state
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
