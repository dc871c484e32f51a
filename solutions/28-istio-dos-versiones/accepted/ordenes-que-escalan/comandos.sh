istioctl install --set profile=minimal -y
kubectl scale deployment panel -n clientes --replicas=0
kubectl scale deployment panel -n clientes --replicas=1
kubectl rollout status deployment/panel -n clientes
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
istioctl proxy-status
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/
