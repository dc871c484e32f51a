docker build -t tareas:1.1 .
docker rm -f tareas
docker run -d --name tareas --expose 9000 tareas:1.1
docker exec tareas id -u # expect: commands/state
