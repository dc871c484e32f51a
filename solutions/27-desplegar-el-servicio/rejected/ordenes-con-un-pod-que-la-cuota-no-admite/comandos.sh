docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas -n taller
kubectl run prueba -n taller --rm -i --restart=Never --image=curlimages/curl:8.16.0 -- curl -sS http://tareas/tareas # expect: commands/unverified
