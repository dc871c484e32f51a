docker build -t "tareas:1.1 . # expect: commands/script
docker rm -f tareas
