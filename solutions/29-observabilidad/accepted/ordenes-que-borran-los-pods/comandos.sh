istioctl install -f istio.yaml -y
kubectl apply -f objetos.yaml
kubectl delete pods --all -n tareas
kubectl wait --for=condition=ready pod --all -n tareas --timeout=120s
kubectl rollout status deployment -n istio-system
for i in $(seq 1 20); do
  kubectl exec -n tareas deploy/web -- curl -sS -o /dev/null http://tareas:8080/
done
sleep 30
istioctl d jaeger &
istioctl d prometheus -p 9999 &
sleep 2
curl -s 'localhost:16686/api/traces?service=web.tareas'
curl -sG localhost:9999/api/v1/query --data-urlencode 'query=rate(istio_requests_total{reporter="source"}[5m])'
