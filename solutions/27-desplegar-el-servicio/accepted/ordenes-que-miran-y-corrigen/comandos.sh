kind get clusters
kubectl config get-contexts
kubectl apply -f respuesta.yaml
docker build -t tareas:1.0 given/servicio
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kind load docker-image tareas:1.0 --name taller
kubectl rollout restart deployment/tareas -n taller
kubectl rollout status deployment/tareas -n taller
kubectl exec cliente -- curl -fsS http://tareas.taller/tareas
