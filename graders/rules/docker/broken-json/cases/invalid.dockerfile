FROM python:3.14-slim
# expect: docker/broken-json 12-22
ENTRYPOINT ['python']
# expect: docker/broken-json 5-25
CMD ["python" "hola.py"]
# expect: docker/broken-json 5-22
CMD [python, hola.py]
# expect: docker/broken-json 12-43
ENTRYPOINT ["python", "hola.py"]  # saluda
