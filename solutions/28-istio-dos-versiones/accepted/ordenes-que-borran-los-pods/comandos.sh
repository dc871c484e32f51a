istioctl install --set profile=minimal -y
kubectl delete pods --all -n clientes
kubectl wait --for=condition=ready pod --all -n clientes --timeout=120s
kubectl apply -f respuesta.yaml
kubectl wait --for=condition=available deployment --all -n tareas --timeout=120s
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/
