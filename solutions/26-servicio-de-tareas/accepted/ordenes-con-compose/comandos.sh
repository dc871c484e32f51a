cat > compose.yaml <<'YAML'
services:
  tareas:
    build: .
    image: tareas:1.1
    container_name: tareas
    ports:
      - "9000:8080"
YAML
docker rm -f tareas
docker compose up -d --build
docker compose ps
curl -fsS http://localhost:9000/tareas
