istioctl install --set profile=minimal -y
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/ # expect: commands/state
