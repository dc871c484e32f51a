set -eu
linkerd check --pre
kubectl apply -f given/gateway-api.yaml
linkerd install --crds > crds.yaml
kubectl apply -f crds.yaml
linkerd install > plano.yaml
kubectl apply -f plano.yaml
linkerd check --wait 3m
linkerd viz install > viz.yaml && kubectl apply -f viz.yaml
linkerd viz check
kubectl annotate namespace entrada votos linkerd.io/inject=enabled --overwrite
kubectl apply -f respuesta.yaml
kubectl rollout restart deployment -n entrada
kubectl rollout restart deployment -n votos
kubectl rollout status deployment -n entrada
kubectl rollout status deployment -n votos
linkerd viz edges deployment -n votos -o json
