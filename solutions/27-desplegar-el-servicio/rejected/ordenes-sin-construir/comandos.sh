kind load docker-image tareas:1.0 --name taller # expect: commands/state
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
