docker build -q -t tareas:1.1 .
docker rm --force tareas
docker create --name tareas -p 9000:8080 tareas:1.1
docker start tareas
for intento in 1 2 3 4 5; do
  curl -fsS localhost:9000/tareas && break
  sleep 1
done
