kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
kubectl delete pods --all -n entrada
kubectl delete pods --all -n votos
kubectl wait --for=condition=Ready pods --all -n votos --timeout=120s
linkerd viz edges deploy -n votos -o wide
