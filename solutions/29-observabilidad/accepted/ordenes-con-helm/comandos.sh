set -e

cat > valores.yaml <<'FIN'
meshConfig:
  extensionProviders:
    - name: jaeger
      opentelemetry:
        service: jaeger-collector.istio-system.svc.cluster.local
        port: 4317
FIN
helm repo add istio https://istio-release.storage.googleapis.com/charts
helm repo update
helm install istio-base istio/base -n istio-system
helm install istiod istio/istiod -n istio-system -f valores.yaml --wait
helm ls -n istio-system

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
curl -s 'localhost:9090/api/v1/query?query=istio_requests_total'
curl -s 'localhost:16686/api/traces?service=web.tareas'
