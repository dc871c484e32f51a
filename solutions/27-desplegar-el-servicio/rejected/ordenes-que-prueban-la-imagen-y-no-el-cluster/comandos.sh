docker build -t tareas:1.0 given/servicio
docker run -d --rm --name prueba -p 8080:8080 tareas:1.0
curl -fsS localhost:8080/tareas
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller # expect: commands/unverified
