docker build -t tareas:1.0 ./given/servicio
docker save tareas:1.0 > tareas.tar
kind load image-archive tareas.tar --name taller
kubectl --context=kind-taller apply -f respuesta.yaml
kubectl --context=kind-taller -n taller wait --for=condition=Available deployment/tareas --timeout=2m
kubectl --context=kind-taller exec -it cliente -- curl http://tareas.taller/tareas
