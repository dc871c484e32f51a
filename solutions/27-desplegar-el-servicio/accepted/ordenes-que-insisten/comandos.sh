#!/usr/bin/env bash
set -euo pipefail
CLUSTER=taller
IMAGEN=tareas:1.0

docker build -q -t "$IMAGEN" given/servicio
kind load docker-image "$IMAGEN" --name "$CLUSTER"
kubectl config use-context "kind-$CLUSTER"
kubectl apply -f respuesta.yaml

for intento in $(seq 1 30); do
  if kubectl exec cliente -- curl -fsS -o /dev/null http://tareas.taller/tareas; then
    echo "responde (intento $intento)"
    break
  fi
  sleep 2
done
