istioctl install --set profile=minimal -y
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
kubectl port-forward -n tareas deploy/tareas-v2 8080 &
sleep 1
curl -sS -H 'x-version: v2' localhost:8080/
kubectl port-forward -n tareas deploy/tareas-v1 8081:8080 &
sleep 1
curl -sS localhost:8081/ # expect: commands/unverified
