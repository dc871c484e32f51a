docker build -t tareas:1.1 .
docker rm -f tareas
docker run -d --name tareas -p 9000:8080 tareas:1.1
# expect: commands/script
until curl -sf localhost:9001/tareas; do sleep 1; done
