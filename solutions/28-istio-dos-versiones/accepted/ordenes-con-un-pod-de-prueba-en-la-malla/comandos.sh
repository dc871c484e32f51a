istioctl install --set profile=minimal -y
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
kubectl run uno -n tareas --rm -i --restart=Never --image=curlimages/curl:8.16.0 -- curl -sS http://tareas/
kubectl run dos -n tareas --rm -i --restart=Never --image=curlimages/curl:8.16.0 -- curl -sS -H "x-version: v2" http://tareas/
