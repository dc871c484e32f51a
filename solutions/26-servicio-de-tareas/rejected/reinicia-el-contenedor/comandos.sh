docker build -t tareas:1.1 .
docker restart tareas
curl -fsS localhost:9000/ # expect: commands/state
