docker build -t tareas:1.1 .
curl -s localhost:9000/
docker rm -f tareas
docker run -d --name tareas -p 9000:8080 tareas:1.1 # expect: commands/unverified
