istioctl install -f istio.yaml -y
kubectl apply -f objetos.yaml
kubectl rollout restart deployment -n tareas
kubectl rollout status deployment -n tareas
for i in $(seq 1 20); do
  kubectl exec -n tareas deploy/web -- curl -sS -o /dev/null http://tareas:8080/
done
sleep 30
kubectl exec -n tareas deploy/web -- curl -s "http://prometheus.istio-system:9090/api/v1/query?query=sum(istio_requests_total)"
kubectl exec -n tareas deploy/web -- curl -s "http://tracing.istio-system/api/traces?service=tareas.tareas"
kubectl wait --for=condition=available deploy/grafana -n istio-system
