istioctl manifest generate --set profile=minimal > istio.yaml
kubectl create namespace istio-system --dry-run=client -o yaml | kubectl apply -f -
kubectl apply -f istio.yaml
sleep 5
kubectl apply -f istio.yaml
kubectl rollout status deployment/istiod -n istio-system
kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl rollout status deployment -n tareas
kubectl exec -n clientes deploy/panel -- curl -s http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -s -H 'x-version: v2' http://tareas.tareas/
