docker build -t tareas .
docker rm -f tareas
docker run -d --name tareas -p 9000:8080 tareas:1.1 # expect: commands/state
curl -fsS localhost:9000/tareas
