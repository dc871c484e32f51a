kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
kubectl apply -f respuesta.yaml
for d in web emojis recuento memoria; do
  kubectl scale deploy "$d" -n votos --replicas=0
  kubectl scale deploy "$d" -n votos --replicas=1
done
kubectl scale deploy pasarela -n entrada --replicas=0
kubectl scale deploy pasarela -n entrada --replicas=1
kubectl rollout status deploy -n votos
kubectl rollout status deploy -n entrada
linkerd viz edges deploy -n votos
