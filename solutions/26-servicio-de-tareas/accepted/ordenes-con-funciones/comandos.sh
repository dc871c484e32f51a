#!/usr/bin/env bash
set -euo pipefail
IMAGEN=tareas:1.1
PUERTO=${PUERTO:-9000}

despliega() {
  local nombre=$1
  docker ps -aq --filter "name=^${nombre}$" | xargs -r docker rm -f
  docker run -d --restart unless-stopped --name "$nombre" -p "$PUERTO:8080" "$IMAGEN"
}

docker build --pull -t "$IMAGEN" .
despliega tareas
until [ "$(curl -s -o /dev/null -w '%{http_code}' "localhost:$PUERTO/tareas")" = 200 ]; do sleep 1; done
echo "listo en $PUERTO"
