kubectl apply -f given/gateway-api.yaml
linkerd check --pre
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
kubectl rollout status deployment -n linkerd
linkerd viz install | kubectl apply -f -
kubectl rollout status deployment -n linkerd-viz
kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n entrada
kubectl rollout restart deployment -n votos
kubectl rollout status deployment -n entrada
kubectl rollout status deployment -n votos
linkerd viz edges deployment -n votos # expect: commands/unverified
