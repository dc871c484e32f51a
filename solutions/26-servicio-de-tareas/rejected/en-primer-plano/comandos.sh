docker build -t tareas:1.1 .
docker rm -f tareas
docker run --name tareas -p 9000:8080 tareas:1.1 # expect: commands/script
curl -fsS localhost:9000/tareas
