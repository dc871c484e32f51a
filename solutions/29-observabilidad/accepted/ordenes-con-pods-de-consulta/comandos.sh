istioctl install -f istio.yaml -y
kubectl apply -f objetos.yaml
kubectl rollout restart deploy -n tareas
kubectl rollout status deploy -n tareas --timeout=180s
kubectl rollout status deploy -n istio-system
for ((i=0; i<20; i++)); do
  kubectl exec -n tareas deploy/web -- curl -s http://tareas:8080/ -o /dev/null
done
echo "esperando al scrape"; sleep 30
kubectl run consulta -n istio-system --rm -i --restart=Never --image=curlimages/curl -- -s 'http://prometheus:9090/api/v1/query?query=istio_requests_total'
kubectl run consulta2 -n istio-system --rm -i --restart=Never --image=curlimages/curl -- -s 'http://tracing/api/traces?service=web.tareas'
