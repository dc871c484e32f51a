istioctl install -f istio.yaml -y
kubectl apply -f objetos.yaml
kubectl rollout restart deployment -n tareas
kubectl rollout status deployment -n tareas
kubectl rollout status deployment -n istio-system
n=0
while [ "$n" -lt 15 ]; do
  kubectl exec -n tareas deploy/web -- curl -s -o /dev/null -w '%{http_code}\n' http://tareas.tareas.svc.cluster.local:8080/
  n=$((n + 1))
  sleep 1
done
sleep 15
kubectl port-forward -n istio-system svc/prometheus 9090:9090 &
kubectl port-forward -n istio-system svc/tracing 16686:80 &
sleep 2
curl -s 'localhost:9090/api/v1/query?query=istio_requests_total'
curl -s 'localhost:16686/api/traces?service=web.tareas'
