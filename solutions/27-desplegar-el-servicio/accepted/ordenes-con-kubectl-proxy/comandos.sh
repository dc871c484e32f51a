docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller
kubectl proxy --port=8001 &
sleep 1
curl -fsS http://localhost:8001/api/v1/namespaces/taller/services/tareas:80/proxy/tareas
kill %1
