cd given/servicio
docker build --tag tareas:1.0 .
cd ../..
kind load docker-image --name taller tareas:1.0
kubectl --context kind-taller apply -f respuesta.yaml
kubectl --context kind-taller -n taller rollout status deploy/tareas
kubectl --context kind-taller exec cliente -- curl -s http://tareas.taller.svc.cluster.local/tareas
