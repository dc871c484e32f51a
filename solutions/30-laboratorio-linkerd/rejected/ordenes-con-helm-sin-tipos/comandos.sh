
kubectl apply -f given/gateway-api.yaml

step certificate create root.linkerd.cluster.local ca.crt ca.key \
  --profile root-ca --no-password --insecure
step certificate create identity.linkerd.cluster.local issuer.crt issuer.key \
  --profile intermediate-ca --not-after 8760h --no-password --insecure \
  --ca ca.crt --ca-key ca.key

helm repo add linkerd-edge https://helm.linkerd.io/edge
helm install linkerd-control-plane linkerd-edge/linkerd-control-plane -n linkerd --create-namespace --wait \
  --set-file identityTrustAnchorsPEM=ca.crt \
  --set-file identity.issuer.tls.crtPEM=issuer.crt \
  --set-file identity.issuer.tls.keyPEM=issuer.key
helm install linkerd-viz linkerd-edge/linkerd-viz -n linkerd-viz --create-namespace --wait # expect: commands/state
linkerd check

kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n entrada
kubectl rollout restart deployment -n votos
kubectl rollout status deployment -n entrada
kubectl rollout status deployment -n votos

linkerd viz edges deployment -n votos
