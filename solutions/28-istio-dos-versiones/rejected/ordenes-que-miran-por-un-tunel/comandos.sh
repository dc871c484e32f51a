istioctl install --set profile=minimal -y
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
kubectl port-forward -n tareas svc/tareas 8080:80 &
sleep 1
curl -sS localhost:8080
curl -sS -H 'x-version: v2' localhost:8080 # expect: commands/unverified
