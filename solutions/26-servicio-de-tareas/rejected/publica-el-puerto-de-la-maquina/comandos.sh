docker build -t tareas:1.1 .
docker rm -f tareas
docker run -d --name tareas -p 9000:9000 tareas:1.1
curl localhost:9000/tareas || true # expect: commands/state
