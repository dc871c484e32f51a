kubectl apply -f respuesta.yaml
kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl -n entrada rollout restart deploy pasarela
kubectl -n votos rollout restart deploy web emojis recuento memoria
kubectl -n votos rollout status deploy/memoria
linkerd viz edges po -n votos
