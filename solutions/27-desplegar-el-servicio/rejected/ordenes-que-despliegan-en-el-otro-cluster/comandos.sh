docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name pruebas
kubectl create namespace taller
kubectl run cliente --image=ejemplo/cliente:1.0
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas # expect: commands/state
