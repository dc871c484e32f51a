cat > istio.yaml <<'FIN'
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
spec:
  profile: demo
  meshConfig:
    accessLogFile: /dev/stdout
FIN
istioctl install -f istio.yaml -y
kubectl get pods -n istio-system
kubectl rollout restart deployment -n clientes
kubectl rollout status deployment -n clientes
kubectl apply -f respuesta.yaml
kubectl rollout status deployment -n tareas
kubectl exec -n clientes deploy/panel -- curl -sS http://tareas.tareas/
kubectl exec -n clientes deploy/panel -- curl -sS -H 'x-version: v2' http://tareas.tareas/
