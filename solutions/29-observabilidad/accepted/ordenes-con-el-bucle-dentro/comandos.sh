istioctl install -f istio.yaml --skip-confirmation
kubectl apply -f objetos.yaml
kubectl rollout restart deployment -n tareas
for d in $(kubectl get deploy -n tareas -o jsonpath='{.items[*].metadata.name}'); do kubectl rollout status deploy/$d -n tareas; done
kubectl wait --for=condition=available --timeout=120s deploy --all -n istio-system
kubectl exec -n tareas deploy/web -- sh -c 'for i in $(seq 1 30); do curl -s -o /dev/null http://tareas:8080/; sleep 0.5; done'
sleep 15
istioctl dashboard prometheus --browser=false > /dev/null 2>&1 &
sleep 2
curl -s --get http://localhost:9090/api/v1/query --data-urlencode 'query=sum(rate(istio_requests_total{destination_service_name="tareas"}[1m])) by (response_code)'
kubectl exec -n tareas deploy/web -- curl -s 'http://tracing.istio-system/api/traces?service=web.tareas&limit=1&lookback=1h'
