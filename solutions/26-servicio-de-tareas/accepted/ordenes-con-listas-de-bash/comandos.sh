#!/usr/bin/env bash
set -euo pipefail
imagen=tareas:1.1
opciones=(--detach --name tareas --publish 9000:8080)
docker build -t "$imagen" .
mapfile -t viejos < <(docker ps -aq --filter name=tareas)
((${#viejos[@]} == 0)) || docker rm -f "${viejos[@]}"
id=$(docker run "${opciones[@]}" "$imagen")
echo "contenedor ${id:0:12}"
respuesta=$(curl -fsS localhost:9000/tareas)
echo "${respuesta:0:80}"
