docker build -t tareas:1.1 .
docker stop tareas
docker run -d --name tareas-nuevo -p 9000:8080 tareas:1.1
curl -fsS localhost:9000/tareas # expect: commands/state
