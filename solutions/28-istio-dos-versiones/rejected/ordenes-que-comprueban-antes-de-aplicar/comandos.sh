istioctl install --set profile=minimal -y
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas # expect: commands/unverified
