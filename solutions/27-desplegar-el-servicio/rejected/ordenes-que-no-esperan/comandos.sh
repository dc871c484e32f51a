docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas # expect: commands/state
