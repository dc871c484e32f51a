step certificate create root.linkerd.cluster.local ca.crt ca.key --profile root-ca --no-password --insecure
step certificate create root.otra ca2.crt ca2.key --profile root-ca --no-password --insecure
step certificate create identity.linkerd.cluster.local issuer.crt issuer.key --profile intermediate-ca --not-after 8760h --no-password --insecure --ca ca2.crt --ca-key ca2.key
kubectl apply -f given/gateway-api.yaml
linkerd install --crds | kubectl apply -f -
linkerd install --identity-trust-anchors-file ca.crt --identity-issuer-certificate-file issuer.crt --identity-issuer-key-file issuer.key | kubectl apply -f - # expect: commands/state
linkerd check
linkerd viz install | kubectl apply -f -
kubectl apply -f respuesta.yaml
kubectl rollout restart deploy -n entrada
kubectl rollout restart deploy -n votos
linkerd viz edges deploy -n votos
