kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n votos
kubectl rollout restart deployment -n entrada
kubectl wait --for=condition=available deployment --all -n votos
kubectl wait --for=condition=available deployment --all -n entrada
linkerd viz edges deployment -n votos # expect: commands/state
