set -e

istioctl install -f istio.yaml -y
kubectl apply -f objetos.yaml
kubectl rollout restart deployment -n tareas
kubectl rollout status deployment -n tareas
kubectl rollout status deployment -n istio-system

for i in $(seq 1 20); do
  kubectl exec -n tareas deploy/web -- curl -sS -o /dev/null http://tareas:8080/
done
sleep 30

istioctl dashboard prometheus --browser=false &
istioctl dashboard jaeger --browser=false &
sleep 2
curl -sG localhost:9090/api/v1/query --data-urlencode 'query=sum by (destination_workload, response_code) (rate(istio_requests_total{reporter="destination"}[5m]))'
curl -s 'localhost:16686/api/traces?service=web.tareas&limit=1'
