set -euo pipefail
istioctl install --set profile=minimal -y
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
for version in v1 v2 v3; do
  codigo=$(kubectl exec -n clientes deploy/panel -- curl -s -o /dev/null -w '%{http_code}' -H "x-version: $version" http://tareas.tareas/tareas)
  echo "$version: $codigo"
done
kubectl exec -n clientes deploy/panel -- curl -s -o /dev/null -w '%{http_code}\n' http://tareas.tareas/tareas
