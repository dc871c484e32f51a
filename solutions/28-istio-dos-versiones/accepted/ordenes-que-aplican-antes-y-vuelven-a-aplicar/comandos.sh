kubectl apply -f respuesta.yaml
istioctl install --set profile=minimal -y
kubectl apply -f respuesta.yaml
for espacio in clientes tareas; do
  kubectl rollout restart deployment -n "$espacio"
  kubectl rollout status deployment -n "$espacio"
done
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
