docker build -t tareas:1.1 .
docker stop tareas
docker rename tareas tareas-anterior
docker run -d --name tareas -p 127.0.0.1:9000:8080 tareas:1.1
curl -fsS --retry 3 --retry-connrefused http://localhost:9000/tareas
docker rm tareas-anterior
docker image ls tareas
