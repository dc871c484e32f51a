docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl apply -f respuesta.yaml # expect: commands/state
kubectl rollout status deployment/tareas -n taller
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
