kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
kubectl rollout restart deploy -n entrada
kubectl rollout restart deploy -n votos
kubectl rollout status deploy -n entrada
kubectl rollout status deploy -n votos
linkerd viz edges deploy -n votos
linkerd viz uninstall | kubectl delete -f - # expect: commands/state
