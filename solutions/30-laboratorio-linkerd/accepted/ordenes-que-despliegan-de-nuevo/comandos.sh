kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl delete -f given/votos.yaml
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n votos
kubectl rollout status deployment -n entrada
linkerd viz edges deploy -A
