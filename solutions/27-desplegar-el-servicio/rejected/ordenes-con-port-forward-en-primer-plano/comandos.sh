docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller
kubectl port-forward -n taller service/tareas 8080:80 # expect: commands/script
curl -fsS localhost:8080/tareas
