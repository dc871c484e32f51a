docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl wait --for=condition=available --timeout=120s deployment/tareas -n taller
kubectl port-forward -n taller service/tareas 8080:80 &
sleep 1
curl -fsS http://localhost:8080/tareas
kill %1
