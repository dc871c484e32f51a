set -euo pipefail
docker buildx build -t tareas:prueba -f Dockerfile .
docker tag tareas:prueba tareas:1.1
docker container stop tareas
docker container rm tareas
docker container run -d --name tareas -p 9000:8080 tareas:1.1
docker ps --filter name=tareas
curl -s -o /dev/null -w '%{http_code}\n' localhost:9000/tareas
