kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
kubectl rollout restart deploy -n entrada
kubectl rollout restart deploy -n votos
kubectl rollout status deploy -n entrada
kubectl rollout status deploy -n votos
linkerd viz stat deploy -n votos
linkerd viz tap deploy/emojis -n votos &
sleep 5
kill %1
