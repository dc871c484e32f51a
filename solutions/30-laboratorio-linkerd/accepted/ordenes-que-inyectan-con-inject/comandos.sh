kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd check
for espacio in entrada votos; do
  kubectl get deploy -n "$espacio" -o yaml | linkerd inject - | kubectl apply -f -
done
kubectl apply -f respuesta.yaml
for espacio in entrada votos; do
  kubectl rollout restart deployment -n "$espacio"
  kubectl rollout status deployment -n "$espacio"
done
linkerd viz edges deploy -n votos
