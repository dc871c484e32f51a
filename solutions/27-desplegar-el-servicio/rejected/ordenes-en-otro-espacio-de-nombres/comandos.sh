docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -n default -f respuesta.yaml # expect: commands/state
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
