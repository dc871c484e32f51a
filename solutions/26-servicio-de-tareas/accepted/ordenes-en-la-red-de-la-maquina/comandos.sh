docker build -t tareas:1.1 .
docker rm -f tareas
docker run -d --name tareas --network host -e PORT=9000 tareas:1.1
docker top tareas
curl -fsS localhost:9000/tareas
