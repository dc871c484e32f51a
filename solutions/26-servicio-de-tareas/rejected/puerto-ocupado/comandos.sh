docker build -t tareas:1.1 .
docker rename tareas tareas-anterior
docker run -d --name tareas -p 9000:8080 tareas:1.1 # expect: commands/state
curl -fsS localhost:9000/
