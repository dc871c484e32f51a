linkerd install --crds | kubectl apply -f - # expect: commands/state
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n entrada
kubectl rollout restart deployment -n votos
kubectl rollout status deployment -n entrada
kubectl rollout status deployment -n votos
linkerd viz edges deployment -n votos
