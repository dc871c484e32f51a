istioctl install -f istio.yaml -y
kubectl rollout restart deployment -n tareas
kubectl rollout status deployment -n tareas
for i in $(seq 1 20); do
  kubectl exec -n tareas deploy/web -- curl -sS -o /dev/null http://tareas:8080/
done
sleep 30
kubectl port-forward -n istio-system svc/prometheus 9090:9090 &
kubectl port-forward -n istio-system svc/tracing 16686:80 &
sleep 2
curl -s 'localhost:9090/api/v1/query?query=istio_requests_total'
curl -s 'localhost:16686/api/traces?service=web.tareas' # expect: commands/state
