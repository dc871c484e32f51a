istioctl install --set profile=minimal -y
kubectl apply -f respuesta.yaml
kubectl scale deploy panel -n clientes --replicas=0
kubectl scale deploy panel -n clientes --replicas=1
kubectl rollout status deploy panel -n clientes
kubectl rollout status deploy -n tareas
kubectl get pods -A | grep -v kube-system
kubectl exec -n clientes deploy/panel -- sh -c 'curl -s tareas.tareas; curl -s -H "x-version: v2" tareas.tareas'
