FROM debian:13-slim
# expect: docker/broken-json 5-26
CMD ['python', 'hola.py']
