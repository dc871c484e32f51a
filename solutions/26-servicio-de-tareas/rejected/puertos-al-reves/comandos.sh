docker build -t tareas:1.1 .
docker rm -f tareas
docker run -d --name tareas -p 8080:9000 tareas:1.1
docker ps # expect: commands/state
