# Primero se prueba en otro puerto, y solo si responde se sustituye la versión anterior.
docker build -t tareas:1.1 .
docker run -d --rm --name candidata -p 9001:8080 tareas:1.1
if curl -fs localhost:9001/tareas; then
  docker stop candidata
  docker rm -f tareas
  docker run -d --name tareas -p 9000:8080 tareas:1.1
fi
curl -fs 127.0.0.1:9000/tareas
docker logs tareas
