docker build --tag=tareas:1.1 .
docker stop tareas
docker rm tareas
docker run --detach --name=tareas --env PORT=3000 --publish 9000:3000 tareas:1.1
sleep 2
curl -i -X POST localhost:9000/tareas -H 'Content-Type: application/json' -d '{"titulo": "Comprar pan"}'
