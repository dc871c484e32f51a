docker build -t servicio:dev given/servicio
docker tag servicio:dev tareas:1.0
kind load docker-image tareas:1.0 --name taller
kubectl config use-context kind-taller
kubectl config set-context --current --namespace=taller
kubectl apply -f respuesta.yaml
kubectl rollout status deployment/tareas
kubectl get pods -o wide
kubectl exec -n default cliente -- curl -i "http://tareas.taller/tareas?hecha=false"
