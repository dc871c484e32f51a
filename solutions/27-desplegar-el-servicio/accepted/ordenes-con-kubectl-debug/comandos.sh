k() { kubectl --context kind-taller -n taller "$@"; }
docker build -t tareas:1.0 given/servicio
kind load docker-image tareas:1.0 -n taller
k apply -f respuesta.yaml
k rollout status deployment/tareas --timeout=90s
pod=$(k get pods -l app=tareas -o name | head -n1)
k debug -it "$pod" --image=curlimages/curl -- curl -s http://tareas/tareas
