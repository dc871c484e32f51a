kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n entrada
kubectl rollout restart deployment -n votos
kubectl rollout status deployment -n entrada
kubectl rollout status deployment -n votos
linkerd check --proxy -n votos # expect: commands/unverified
