step certificate create root.linkerd.cluster.local ca.crt ca.key --profile root-ca --no-password --insecure
step certificate create identity.linkerd.cluster.local issuer.crt issuer.key --profile intermediate-ca --not-after 8760h --no-password --insecure --ca ca.crt --ca-key ca.key
kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install --identity-trust-anchors-file ca.crt --identity-issuer-certificate-file issuer.crt --identity-issuer-key-file issuer.key | kubectl apply -f -
linkerd check
linkerd viz install | kubectl apply -f -
linkerd viz check
kubectl apply -f respuesta.yaml
kubectl rollout restart deploy -n entrada; kubectl rollout restart deploy -n votos
kubectl rollout status deploy -n entrada; kubectl rollout status deploy -n votos
linkerd check --proxy
linkerd viz edges deploy -n votos
