kubectl cluster-info
istioctl install --set profile=minimal -y
kubectl apply -f respuesta.yaml
kubectl -n tareas wait --for=condition=Available deploy/tareas-v1 deploy/tareas-v2
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/
